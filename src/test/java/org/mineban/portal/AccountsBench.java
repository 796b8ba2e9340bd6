package org.mineban.portal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.mineban.Facts;
import org.mineban.accounts.People;
import org.mineban.accounts.Role;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;
import org.mineban.storage.Identifiers;

/** How long the pages of accounts take among many people and a long audit trail; run by {@code bench/accounts}. */
public final class AccountsBench {

    private static final int WARM = 30;
    private static final int ROUNDS = 100;
    private static final int BATCH = 5000;

    private AccountsBench() {}

    /**
     * Measures.
     *
     * @param arguments how many people and how many audit entries; 10,000 and 5,000,000 unless told
     */
    public static void main(String[] arguments) {
        int persons = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long entries = arguments.length > 1 ? Long.parseLong(arguments[1]) : 5_000_000;
        try (DeskPortal portal = new DeskPortal()) {
            List<StateCode> states = Facts.KNOWLEDGE.register().states().stream()
                    .map(state -> state.code())
                    .toList();
            People people = portal.part(People.class);
            UUID some = Identifiers.newId();
            for (int i = 0; i < persons; i++) {
                some = people.invite(
                                "program:bench",
                                "Person " + Integer.toString(i * 7919 % persons, 36) + " " + i,
                                "person" + i + "@example.org",
                                Language.ENGLISH,
                                Optional.of(new People.Wanted(
                                        Role.REPORTER,
                                        Optional.of(states.get(i % states.size())),
                                        Optional.empty(),
                                        Set.of())))
                        .person()
                        .id();
            }
            AuditTrail trail = portal.part(AuditTrail.class);
            for (long number = persons; number < entries; number += BATCH) {
                long first = number;
                portal.database()
                        .change(transaction -> trail.addAll(
                                transaction,
                                LongStream.range(first, first + BATCH)
                                        .mapToObj(at -> event(at, states))
                                        .toList()));
            }
            System.out.printf(
                    Locale.ROOT,
                    "%,d people, %,d audit entries%n%-44s  %8s  %8s%n",
                    persons,
                    portal.database().read(trail::head).number(),
                    "page",
                    "p50 ms",
                    "p95 ms");
            DeskPortal.SignedInVisitor anna = portal.signIn("anna", Role.ADMINISTRATOR);
            List<String> pages = List.of(
                    "/en/people",
                    "/en/people?words=person+77",
                    "/en/people?role=reporter",
                    "/en/people?role=administrator",
                    "/en/people/" + some,
                    "/en/people/new",
                    "/en/organisations",
                    "/en/account",
                    "/en/account/factors",
                    "/en/roles",
                    "/en/access?permission=audit.read",
                    "/en/audit",
                    "/en/audit?state=KHM",
                    "/en/audit?action=change-area&state=KHM",
                    "/en/audit?kind=person",
                    "/en/audit?before=2500000",
                    "/ar/audit");
            for (String page : pages) {
                measure(
                        page.replaceAll("[0-9a-f-]{36}", "ID"),
                        () -> anna.get(page).statusCode());
            }
            DeskPortal.SignedInVisitor olga = portal.signIn("olga", Role.SECRETARIAT_OFFICER);
            measure("/en/reminders", () -> olga.get("/en/reminders").statusCode());
            reminders(olga);
            measure("/en/sign-in", () -> portal.get("/en/sign-in").statusCode());
        }
    }

    /** Prepares reminders to everybody and looks at each for the first time, as the officer does, then at its second page. */
    private static void reminders(DeskPortal.SignedInVisitor officer) {
        var list = officer.get("/en/reminders");
        List<String> made = new ArrayList<>();
        measure("POST /en/reminders", () -> {
            var answer = officer.post(
                    list,
                    "/en/reminders",
                    Map.of("kind", "annual-report", "day", "2027-03-01", "audience", "reporter", "states", ""));
            made.add(answer.headers().firstValue("location").orElseThrow());
            return answer.statusCode() == 303 ? 200 : answer.statusCode();
        });
        Iterator<String> next = made.iterator();
        measure("/en/reminders/ID, first look", () -> officer.get(next.next()).statusCode());
        measure(
                "/en/reminders/ID?page=2",
                () -> officer.get(made.getLast() + "?page=2").statusCode());
    }

    private static AuditEvent event(long number, List<StateCode> states) {
        return new AuditEvent(
                "program:bench",
                number % 3 == 0 ? "change-area" : "approve-area",
                "area",
                "area-" + number % 200_000,
                Optional.of(states.get((int) (number % states.size()))),
                Optional.empty(),
                List.of(new Change(
                        "size", Optional.of(Long.toString(number)), Optional.of(Long.toString(number + 1)))));
    }

    private static void measure(String page, Supplier<Integer> get) {
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < WARM + ROUNDS; round++) {
            long begin = System.nanoTime();
            int status = get.get();
            if (status != 200) {
                throw new IllegalStateException(page + " answered " + status);
            }
            if (round >= WARM) {
                times.add((System.nanoTime() - begin) / 1e6);
            }
        }
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(Locale.ROOT, "%-44s  %8.1f  %8.1f%n", page, sorted[ROUNDS / 2], sorted[ROUNDS * 95 / 100]);
    }
}
