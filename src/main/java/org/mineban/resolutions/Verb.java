package org.mineban.resolutions;

/**
 * What a paragraph does.
 *
 * @param code of the controlled list {@code verbs.csv}, as INVITE or URGE; OTHER when the word is not in it
 * @param words the words of the text, as "encourage de nouveau"
 */
public record Verb(String code, String words) {}
