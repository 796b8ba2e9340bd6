package org.mineban.operations;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.locationtech.jts.geom.Envelope;

/** What checks ask about the other records of a State. Merged and void records are found by their code and are in no other answer. */
public interface RecordLookup {

    /** The record of that kind and code. */
    Optional<Examined> find(Kind kind, String code);

    /** Records of a kind whose code is the same but for case, spaces and dashes. */
    List<Examined> alike(Kind kind, String code);

    /** Records of a kind whose field says that code, number or word. */
    List<Examined> saying(Kind kind, String field, String value);

    /** Records of a kind whose boxes meet that one, of longitudes and latitudes. */
    List<Examined> near(Kind kind, Envelope box);

    /** Records of the kind that came before this one, say the same and lie in the same place, whatever their codes. */
    List<Examined> same(Examined record);

    /** How many devices in 10,000 square metres of cleared land 99 of 100 records of the kind do not exceed; empty when there are too few to say. */
    OptionalDouble usualDensity(Kind kind);
}
