package org.mineban.presentation;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.mineban.kernel.Language;
import org.mineban.obligations.Obligation;

/** Duties as a calendar, RFC 5545: an all-day event for each due day that is known. A subscriber gets the same event again, not a second one. */
public final class DutyCalendar {

    private DutyCalendar() {}

    /**
     * The calendar of these duties.
     *
     * @param asOf the day the duties were asked for; it stamps the events, so that the same question gives the same file
     */
    public static String of(List<Obligation> duties, LocalDate asOf, Narrator narrator) {
        Calendar calendar = new Calendar();
        calendar.add(
                new ProdId("-//Mineban//Duties//" + narrator.language().code().toUpperCase(java.util.Locale.ROOT)));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        for (Obligation duty : duties) {
            event(duty, asOf, narrator).ifPresent(calendar::add);
        }
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false, foldAt(narrator.language()))
                    .output(calendar, text); // folds long lines, as RFC 5545 3.1 asks
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The library folds by characters; RFC 5545 wants at most 75 octets, which are one to three octets a character. */
    private static int foldAt(Language language) {
        return switch (language) {
            case ENGLISH, FRENCH, SPANISH -> 60;
            case ARABIC, RUSSIAN -> 36;
            case CHINESE -> 24;
        };
    }

    private static Optional<VEvent> event(Obligation duty, LocalDate asOf, Narrator narrator) {
        return duty.due().value().known().map(due -> {
            VEvent event = new VEvent(due, due.plusDays(1), summary(duty, narrator));
            event.replace(new DtStamp(stamp(asOf)));
            event.add(new Uid(uid(duty)));
            Property transparent = ImmutableTransp.TRANSPARENT;
            event.add(new Transp(transparent.getValue()));
            event.add(new Description(narrator.say(
                    "calendar.description",
                    Map.of(
                            "provision",
                            narrator.provision(duty.duty().provision()),
                            "state",
                            narrator.dutyState(duty.standing().value()),
                            "on",
                            narrator.formats().date(asOf),
                            "why",
                            narrator.tell(duty.due()).sentence()))));
            return event;
        });
    }

    private static String summary(Obligation duty, Narrator narrator) {
        return narrator.say(
                "calendar.summary",
                Map.of(
                        "name",
                        narrator.state(duty.state()),
                        "duty",
                        narrator.say("duty." + duty.duty().key()),
                        "year",
                        duty.year().isPresent() ? Integer.toString(duty.year().getAsInt()) : "none"));
    }

    private static String uid(Obligation duty) {
        String year = duty.year().isPresent() ? "-" + duty.year().getAsInt() : "";
        return duty.state().iso3() + "-" + duty.duty().key() + year + "@mineban.org";
    }

    private static Instant stamp(LocalDate asOf) {
        return asOf.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }
}
