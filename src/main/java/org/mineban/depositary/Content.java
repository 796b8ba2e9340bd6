package org.mineban.depositary;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;

/**
 * What an entry of the desk states.
 *
 * @param date the day of signature, deposit, receipt or declaration, as precisely as the source states it
 * @param effect the day that the source states for its taking effect; empty when it states none, and the Convention's own rule holds
 * @param summary what was declared or communicated, in English, in our words; empty where the act says all
 * @param source who says so, as {@code C.N.123.2027.TREATIES-XXVI.5}
 * @param link where the source can be read; may be empty
 * @param note what a reader should know besides; may be empty
 * @param correction the earlier row that this takes the place of; empty for what is new
 */
public record Content(
        StateCode state,
        Act act,
        PartialDate date,
        Optional<LocalDate> effect,
        String summary,
        String source,
        String link,
        String note,
        Optional<Correction> correction) {

    /** Every field and its text, by the names that forms and the audit trail use; an absent one is empty. */
    public SequencedMap<String, String> fields() {
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("state", state.iso3());
        fields.put("act", act.id());
        fields.put("date", date.toString());
        fields.put("effect", effect.map(LocalDate::toString).orElse(""));
        fields.put("summary", summary);
        fields.put("source", source);
        fields.put("link", link);
        fields.put("note", note);
        fields.put(
                "corrects",
                correction.map(correcting -> correcting.row().place()).orElse(""));
        fields.put(
                "manner", correction.map(correcting -> correcting.manner().id()).orElse(""));
        fields.put("why", correction.map(Correction::why).orElse(""));
        return fields;
    }
}
