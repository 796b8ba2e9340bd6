package org.mineban.parties;

/** The regional groups of the United Nations. */
public enum RegionalGroup {
    /** African States. */
    AFR,
    /** Asia-Pacific States. */
    APG,
    /** Eastern European States. */
    EEG,
    /** Latin American and Caribbean States. */
    GRULAC,
    /** Western European and other States. */
    WEOG,
    /** In no group. */
    NONE
}
