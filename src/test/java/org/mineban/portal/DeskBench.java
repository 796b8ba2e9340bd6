package org.mineban.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.mineban.Facts;
import org.mineban.accounts.Role;
import org.mineban.depositary.Act;
import org.mineban.depositary.Confirmed;
import org.mineban.depositary.Consequences;
import org.mineban.depositary.Content;
import org.mineban.depositary.WholeRecord;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Knowledge;

/** How long the record takes to be made anew, the comparison of what will change, and the pages of the desk; run by {@code bench/desk}. */
public final class DeskBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final int ROUNDS = 60;
    private static final int WARM = 20;

    private DeskBench() {}

    /** Prints a line for each thing measured: its median and 95th percentile in milliseconds. */
    public static void main(String[] arguments) {
        System.out.printf(Locale.ROOT, "%-58s  %8s  %8s%n", "what", "p50 ms", "p95 ms");
        for (int entries : new int[] {1, 100, 1000}) {
            List<Confirmed> confirmed = confirmed(entries);
            measure("record made anew, " + entries + " entries", round -> WholeRecord.of(Facts.KNOWLEDGE, confirmed));
        }
        Knowledge with = WholeRecord.of(Facts.KNOWLEDGE, confirmed(1)).knowledge();
        measure("what will change, an accession", round -> Consequences.between(Facts.KNOWLEDGE, with, TODAY));
        try (DeskPortal portal = new DeskPortal()) {
            DeskPortal.SignedInVisitor author = portal.signIn("author", Role.DEPOSITARY_OFFICER);
            DeskPortal.SignedInVisitor second = portal.signIn("second", Role.DEPOSITARY_OFFICER);
            String entry = author.post(
                            "/en/desk/new",
                            "/en/desk/new",
                            Map.of("state", "GEO", "act", "accession", "date", "2026-11-20", "source", "C.N.999.2026"))
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            author.post(entry, entry + "/propose", Map.of());
            for (String page :
                    List.of("/en/desk", "/en/desk/new?state=OMN", entry, entry + "/confirm", "/en/states/GEO")) {
                measure("GET " + page.replaceAll("[0-9a-f-]{36}", "ID"), round -> second.get(page));
            }
            second.post(entry + "/confirm", entry + "/confirm", Map.of());
            measure("GET /en/states/GEO, recorded", round -> portal.get("/en/states/GEO"));
            measure(
                    "GET /en/states/GEO?known-on=2026-11-23",
                    round -> portal.get("/en/states/GEO?known-on=2026-11-23"));
        }
    }

    private static List<Confirmed> confirmed(int number) {
        List<Confirmed> entries = new ArrayList<>();
        List<StateCode> states = Facts.KNOWLEDGE.register().states().stream()
                .map(state -> state.code())
                .toList();
        for (int i = 1; i <= number; i++) {
            boolean accession = i == 1;
            Content content = new Content(
                    accession ? new StateCode("GEO") : states.get(i % states.size()),
                    accession ? Act.ACCESSION : Act.INTERPRETATIVE_DECLARATION,
                    PartialDate.of(TODAY.minusDays(4)),
                    Optional.empty(),
                    "Words.",
                    "C.N." + i + ".2026",
                    "",
                    "",
                    Optional.empty());
            entries.add(new Confirmed(
                    new UUID(7, i),
                    i,
                    TODAY.atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
                    TODAY.atStartOfDay().toInstant(java.time.ZoneOffset.UTC),
                    "depositary-officer",
                    content));
        }
        return entries;
    }

    private static void measure(String what, IntConsumer doing) {
        double[] times = new double[ROUNDS];
        for (int round = -WARM; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            doing.accept(round);
            if (round >= 0) {
                times[round] = (System.nanoTime() - begin) / 1e6;
            }
        }
        Arrays.sort(times);
        System.out.printf(Locale.ROOT, "%-58s  %8.2f  %8.2f%n", what, times[ROUNDS / 2], times[(int) (ROUNDS * 0.95)]);
    }
}
