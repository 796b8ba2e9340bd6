package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.People;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.AskedDay;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.mail.Outbox;
import org.mineban.mail.QueuedMail;
import org.mineban.platform.Settings;
import org.mineban.reminders.Audience;
import org.mineban.reminders.Campaign;
import org.mineban.reminders.LeftOut;
import org.mineban.reminders.Receiver;
import org.mineban.reminders.ReceiverList;
import org.mineban.reminders.ReminderKind;
import org.mineban.reminders.Reminders;
import org.mineban.storage.Database;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reminders to many: prepared, looked at with every receiver and every reason, confirmed, and what became of them. */
@RestController
final class ReminderPages {

    private static final int CAMPAIGNS = 100;
    private static final int PAGE_SIZE = 50;
    private static final Pattern BLANKS = Pattern.compile("[\\s,;]+");
    private static final List<String> SHOWN = List.of("reminded", "left-out");

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** The list that was looked up last. */
    private record Looked(UUID campaign, ReceiverList list, String fingerprint, long at) {}

    private volatile @Nullable Looked looked;

    /** With more accounts than these a page does not wait until the list is made. */
    private static final int FEW = 500;

    /** How long a page waits then before it says that the list is being made. */
    private static final Duration PATIENCE = Duration.ofMillis(30);

    /** The lists that are being made, by reminder. */
    private final Map<UUID, CompletableFuture<Looked>> looking = new ConcurrentHashMap<>();

    private final PageRenderer renderer;
    private final Reminders reminders;
    private final People people;
    private final AuditRows names;
    private final Database database;
    private final Outbox outbox;
    private final Settings settings;

    ReminderPages(
            PageRenderer renderer,
            Reminders reminders,
            People people,
            AuditRows names,
            Database database,
            Outbox outbox,
            Settings settings) {
        this.renderer = renderer;
        this.reminders = reminders;
        this.people = people;
        this.names = names;
        this.database = database;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** The list, with the form of a new one as it was filled in. */
    record ListView(
            Optional<Forms.Wrong> wrong,
            boolean maySend,
            List<Choice> kinds,
            String day,
            List<Choice> audience,
            String states,
            List<Row> rows) {}

    /** A reminder in the list. */
    record Row(String about, String href, String status, String tally, String made) {}

    /** The list of a draft is being made: where it will be. */
    record WaitView(String href) {}

    /** A draft: who would be reminded and who is left out. */
    record DraftView(
            Optional<Forms.Wrong> wrong,
            String id,
            String about,
            String counts,
            String asOf,
            boolean report,
            boolean noAddress,
            List<Link> reasons,
            List<Link> shown,
            boolean leftOut,
            String caption,
            List<ReceiverRow> rows,
            Optional<String> previous,
            Optional<String> next,
            String fingerprint,
            String confirm,
            boolean anybody) {}

    /** Somebody looked at. */
    record ReceiverRow(
            String name,
            String address,
            String states,
            String reason,
            String label,
            String lang,
            String dir,
            String subject,
            List<String> text) {}

    /** A reminder that was decided. */
    record SentView(
            String said,
            String id,
            String about,
            String status,
            String made,
            String decided,
            String tally,
            boolean mayCallOff,
            List<OutcomeRow> rows,
            Optional<String> next) {}

    /** What became of somebody. */
    record OutcomeRow(String name, String outcome, String reason, String mail) {}

    @GetMapping("/reminders")
    ResponseEntity<byte[]> list(Visit visit) {
        visit.visitor().requireSomewhere(Permission.REMINDERS_READ);
        return list(visit, Optional.empty(), Optional.empty());
    }

    private ResponseEntity<byte[]> list(
            Visit visit, Optional<Forms.Wrong> wrong, Optional<HttpServletRequest> filledIn) {
        boolean maySend = visit.visitor().may(Permission.REMINDERS_SEND, Thing.SYSTEM);
        List<Campaign> all = reminders.list(CAMPAIGNS).stream()
                .filter(campaign -> maySend || campaign.status() != Campaign.Status.DRAFT)
                .toList();
        Map<UUID, Reminders.Tally> tallies = reminders.tallies(all);
        Optional<String> kind =
                filledIn.map(request -> Forms.text(request, "kind")).or(() -> visit.asked("kind"));
        return renderer.page(
                visit,
                Forms.status(wrong),
                "reminders",
                visit.say("reminder.title"),
                new ListView(
                        wrong,
                        maySend,
                        Arrays.stream(ReminderKind.values())
                                .map(one -> new Choice(
                                        one.key(),
                                        visit.say("duty." + one.key()),
                                        kind.filter(one.key()::equals).isPresent()))
                                .toList(),
                        filledIn.map(request -> Forms.text(request, "day"))
                                .orElse(visit.today().toString()),
                        Arrays.stream(Audience.values())
                                .map(one -> new Choice(
                                        one.role(),
                                        visit.say("role." + one.role()),
                                        filledIn.map(request -> chosen(request).contains(one))
                                                .orElse(one != Audience.APPROVERS)))
                                .toList(),
                        filledIn.map(request -> Forms.text(request, "states")).orElse(""),
                        all.stream()
                                .map(campaign -> row(visit, campaign, Optional.ofNullable(tallies.get(campaign.id()))))
                                .toList()));
    }

    private Row row(Visit visit, Campaign campaign, Optional<Reminders.Tally> tally) {
        return new Row(
                about(visit, campaign),
                visit.link("/reminders/" + campaign.id()),
                visit.say("reminder.status." + campaign.status().key()),
                tally.map(counts -> tally(visit, counts)).orElse(""),
                made(visit, campaign));
    }

    private static String about(Visit visit, Campaign campaign) {
        return visit.say(
                "reminder.about",
                Map.of("duty", visit.say("duty." + campaign.kind().key()), "day", visit.date(campaign.sendOn())));
    }

    private static String tally(Visit visit, Reminders.Tally tally) {
        return visit.say(
                "reminder.tally",
                Map.of("reminded", tally.reminded(), "planned", tally.planned(), "left", tally.leftOut()));
    }

    private String made(Visit visit, Campaign campaign) {
        return visit.say(
                "reminder.made",
                Map.of("who", names.actor(visit, campaign.madeBy()), "at", visit.moment(campaign.madeAt())));
    }

    private static Set<Audience> chosen(HttpServletRequest request) {
        String[] values = request.getParameterValues("audience");
        return values == null
                ? Set.of()
                : Arrays.stream(values)
                        .flatMap(role -> Audience.find(role).stream())
                        .collect(Collectors.toSet());
    }

    @PostMapping("/reminders")
    ResponseEntity<byte[]> prepare(Visit visit, HttpServletRequest request) {
        Person by = visit.visitor().require(Permission.REMINDERS_SEND, Thing.SYSTEM);
        try {
            String asked = Forms.text(request, "kind");
            ReminderKind kind = ReminderKind.find(asked)
                    .orElseThrow(() -> new Problem(
                                    "unknown-filter",
                                    Problem.Kind.WRONG_USAGE,
                                    Map.of(
                                            "value",
                                            asked,
                                            "name",
                                            "kind",
                                            "allowed",
                                            Arrays.stream(ReminderKind.values())
                                                    .map(ReminderKind::key)
                                                    .collect(Collectors.joining(", "))))
                            .asException());
            Campaign campaign = reminders.prepare(
                    by.actor(),
                    kind,
                    AskedDay.parse(Forms.text(request, "day")),
                    chosen(request),
                    states(visit, Forms.text(request, "states")));
            CompletableFuture<Looked> _ = begin(campaign, visit.today());
            return Forms.seeOther(visit.link("/reminders/" + campaign.id()));
        } catch (ProblemException refused) {
            return list(visit, Forms.wrong(visit, refused), Optional.of(request));
        }
    }

    private static Set<StateCode> states(Visit visit, String text) {
        return BLANKS.splitAsStream(text)
                .filter(code -> !code.isEmpty())
                .map(code -> visit.knowledge().register().getState(code).code())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @GetMapping("/reminders/{id}")
    ResponseEntity<byte[]> one(Visit visit, @PathVariable("id") String text) {
        visit.visitor().requireSomewhere(Permission.REMINDERS_READ);
        Campaign campaign = find(text);
        if (campaign.status() == Campaign.Status.DRAFT) {
            visit.visitor().require(Permission.REMINDERS_SEND, Thing.SYSTEM);
            return draft(visit, campaign, Optional.empty());
        }
        String said = visit.asked("said")
                .filter("confirmed"::equals)
                .map(word -> visit.say("reminder.confirmed"))
                .orElse("");
        return sent(visit, campaign, said);
    }

    private Campaign find(String text) {
        return Forms.id(text)
                .flatMap(reminders::find)
                .orElseThrow(() ->
                        new Problem("reminder-not-found", Problem.Kind.NOT_FOUND, Map.of("value", text)).asException());
    }

    private ResponseEntity<byte[]> draft(Visit visit, Campaign campaign, Optional<Forms.Wrong> wrong) {
        Optional<Looked> found = look(visit, campaign, wrong.isPresent());
        if (found.isEmpty()) {
            return renderer.page(
                    visit, HttpStatus.OK, "reminder-wait", about(visit, campaign), new WaitView(visit.here(Map.of())));
        }
        Looked known = found.get();
        ReceiverList list = known.list();
        boolean leftOut =
                Choice.check(visit, "show", SHOWN).filter("left-out"::equals).isPresent();
        List<Receiver> shown = leftOut ? list.leftOut() : list.reminded();
        int pages = Math.max(1, (shown.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int page = Choice.check(
                        visit,
                        "page",
                        IntStream.rangeClosed(1, pages)
                                .mapToObj(Integer::toString)
                                .toList())
                .map(Integer::parseInt)
                .orElse(1);
        int from = (page - 1) * PAGE_SIZE;
        int to = Math.min(shown.size(), from + PAGE_SIZE);
        int reminded = list.reminded().size();
        return renderer.page(
                visit,
                Forms.status(wrong),
                "reminder-draft",
                about(visit, campaign),
                new DraftView(
                        wrong,
                        campaign.id().toString(),
                        made(visit, campaign),
                        visit.say(
                                "reminder.preview.counts",
                                Map.of(
                                        "reminded",
                                        reminded,
                                        "left",
                                        list.leftOut().size())),
                        visit.say("reminder.as-of", Map.of("day", visit.date(list.on()))),
                        campaign.kind().report(),
                        settings.publicAddress().isEmpty(),
                        list.reasons().entrySet().stream()
                                .map(reason -> new Link(
                                        reason(visit, new LeftOut(reason.getKey(), Optional.empty())),
                                        "",
                                        visit.number(reason.getValue())))
                                .toList(),
                        SHOWN.stream()
                                .map(show -> new Link(
                                        visit.say("reminder.show." + show),
                                        visit.here(Map.of("show", show, "page", "")),
                                        show.equals("left-out") == leftOut ? "page" : ""))
                                .toList(),
                        leftOut,
                        visit.say(
                                "reminder.receivers.caption",
                                Map.of("from", shown.isEmpty() ? 0 : from + 1, "to", to, "count", shown.size())),
                        shown.subList(from, to).stream()
                                .map(receiver -> receiver(visit, campaign, list, receiver))
                                .toList(),
                        neighbour(visit, page - 1, pages),
                        neighbour(visit, page + 1, pages),
                        known.fingerprint(),
                        visit.say("reminder.confirm", Map.of("count", reminded, "day", visit.date(list.on()))),
                        reminded > 0));
    }

    /**
     * The list of a draft, as it was looked up within the last minute: who pages through ten thousand people sees one list, soon. Confirming looks anew,
     * and refuses when it has changed.
     */
    private Optional<Looked> look(Visit visit, Campaign campaign, boolean anew) {
        Looked known = looked;
        boolean fits = known != null
                && !anew
                && known.campaign().equals(campaign.id())
                && known.list()
                        .on()
                        .equals(campaign.sendOn().isBefore(visit.today()) ? visit.today() : campaign.sendOn())
                && System.nanoTime() - known.at() < KEPT.toNanos();
        if (known != null && fits) {
            return Optional.of(known);
        }
        CompletableFuture<Looked> coming = begin(campaign, visit.today());
        try {
            boolean wait = anew || people.count() <= FEW;
            return Optional.of(wait ? coming.join() : coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException | CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed);
        }
    }

    /** Begins to make the list of a draft, unless it is being made. */
    private CompletableFuture<Looked> begin(Campaign campaign, LocalDate today) {
        return looking.computeIfAbsent(
                campaign.id(),
                id -> CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                ReceiverList list = reminders.look(campaign, today);
                                Looked fresh = new Looked(id, list, list.fingerprint(), System.nanoTime());
                                looked = fresh;
                                return fresh;
                            } finally {
                                looking.remove(id);
                            }
                        },
                        task -> Thread.ofVirtual().name("reminder-list").start(task)));
    }

    private static Optional<String> neighbour(Visit visit, int page, int pages) {
        return page >= 1 && page <= pages
                ? Optional.of(visit.here(Map.of("page", Integer.toString(page))))
                : Optional.empty();
    }

    private ReceiverRow receiver(Visit visit, Campaign campaign, ReceiverList list, Receiver receiver) {
        String states = receiver.contact().states().stream().map(visit::state).collect(Collectors.joining(", "));
        String lang = receiver.contact().language().code();
        var mail = receiver.reminded()
                ? Optional.of(reminders.text().words(campaign.kind(), receiver, list.on()))
                : Optional.<org.mineban.mail.OutgoingMail>empty();
        return new ReceiverRow(
                receiver.contact().name(),
                receiver.contact().address(),
                states,
                receiver.leftOut().map(left -> reason(visit, left)).orElse(""),
                visit.say("reminder.message.show", Map.of("language", visit.say("language." + lang))),
                lang,
                receiver.contact().language().rightToLeft() ? "rtl" : "ltr",
                mail.map(message -> message.subject()).orElse(""),
                mail.map(message -> message.text().lines().toList()).orElse(List.of()));
    }

    private static String reason(Visit visit, LeftOut left) {
        return visit.say(
                "reminder.left-out." + left.reason().key(),
                Map.of("on", left.on().map(visit::date).orElse("none")));
    }

    @PostMapping("/reminders/{id}/confirm")
    ResponseEntity<byte[]> confirm(Visit visit, @PathVariable("id") String text, HttpServletRequest request) {
        Person by = visit.visitor().require(Permission.REMINDERS_SEND, Thing.SYSTEM);
        Campaign campaign = find(text);
        try {
            if (settings.publicAddress().isEmpty()) {
                throw new Problem("reminder-no-address", Problem.Kind.CANNOT_BE_DONE, Map.of()).asException();
            }
            reminders.confirm(campaign.id(), by.actor(), Forms.text(request, "shown"));
        } catch (ProblemException refused) {
            if (campaign.status() != Campaign.Status.DRAFT) {
                throw refused;
            }
            return draft(visit, campaign, Forms.wrong(visit, refused));
        }
        return Forms.seeOther(visit.link("/reminders/" + campaign.id(), Map.of("said", "confirmed")));
    }

    @PostMapping("/reminders/{id}/call-off")
    ResponseEntity<byte[]> callOff(Visit visit, @PathVariable("id") String text) {
        Person by = visit.visitor().require(Permission.REMINDERS_SEND, Thing.SYSTEM);
        Campaign campaign = find(text);
        reminders.callOff(campaign.id(), by.actor());
        return Forms.seeOther(visit.link("/reminders/" + campaign.id()));
    }

    private ResponseEntity<byte[]> sent(Visit visit, Campaign campaign, String said) {
        boolean everybody = visit.visitor().may(Permission.REMINDERS_READ, Thing.SYSTEM);
        List<Reminders.Outcome> outcomes = everybody
                ? reminders.outcomes(campaign.id(), visit.asked("after").flatMap(Forms::id), PAGE_SIZE + 1)
                : reminders.outcomes(campaign.id(), ofOwnStates(visit));
        List<Reminders.Outcome> shown =
                everybody ? outcomes.stream().limit(PAGE_SIZE).toList() : outcomes;
        Map<UUID, Reminders.Tally> tallies = reminders.tallies(List.of(campaign));
        Reminders.Tally tally = tallies.getOrDefault(campaign.id(), new Reminders.Tally(0, 0, 0));
        return renderer.page(
                visit,
                "reminder-sent",
                about(visit, campaign),
                new SentView(
                        said,
                        campaign.id().toString(),
                        made(visit, campaign),
                        visit.say("reminder.status." + campaign.status().key()),
                        made(visit, campaign),
                        campaign.decidedBy()
                                .map(who -> visit.say(
                                        "reminder.decided",
                                        Map.of(
                                                "who",
                                                names.actor(visit, who),
                                                "at",
                                                campaign.decidedAt()
                                                        .map(visit::moment)
                                                        .orElse(""))))
                                .orElse(""),
                        everybody ? tally(visit, tally) : "",
                        campaign.status() == Campaign.Status.CONFIRMED
                                && tally.reminded() == 0
                                && visit.visitor().may(Permission.REMINDERS_SEND, Thing.SYSTEM),
                        rows(visit, shown),
                        everybody && outcomes.size() > PAGE_SIZE
                                ? Optional.of(visit.here(Map.of(
                                        "after",
                                        outcomes.get(PAGE_SIZE - 1).account().toString(),
                                        "said",
                                        "")))
                                : Optional.empty()));
    }

    /** The people of the States that a reader looks after. */
    private List<UUID> ofOwnStates(Visit visit) {
        List<StateCode> own = visit.visitor().requireSomewhere(Permission.REMINDERS_READ).states().stream()
                .filter(state -> visit.visitor().may(Permission.REMINDERS_READ, Thing.of(state)))
                .toList();
        return people.list(new People.Query("", Optional.of(own), Optional.empty(), Optional.empty(), 1000)).stream()
                .map(Person::id)
                .toList();
    }

    private List<OutcomeRow> rows(Visit visit, List<Reminders.Outcome> outcomes) {
        Map<UUID, QueuedMail> mails = new LinkedHashMap<>();
        database.read(sql -> {
            outcomes.stream()
                    .flatMap(outcome -> outcome.message().stream())
                    .forEach(id -> outbox.find(sql, id).ifPresent(mail -> mails.put(id, mail)));
            return true;
        });
        return outcomes.stream()
                .map(outcome -> new OutcomeRow(
                        people.find(outcome.account()).map(Person::name).orElseGet(() -> visit.say("reminder.someone")),
                        outcome.leftOut().isPresent()
                                ? visit.say("reminder.show.left-out")
                                : visit.say("reminder.outcome." + (outcome.reminded() ? "reminded" : "planned")),
                        outcome.leftOut().map(left -> reason(visit, left)).orElse(""),
                        outcome.message()
                                .flatMap(id -> Optional.ofNullable(mails.get(id)))
                                .map(mail ->
                                        visit.say("mail.state." + mail.state().key()))
                                .orElse("")))
                .toList();
    }
}
