package org.mineban.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Access;
import org.mineban.accounts.PermissionTable;
import org.mineban.audit.AuditTrail;
import org.mineban.depositary.Desk;
import org.mineban.depositary.Entry;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.depositary.SourceDocument;
import org.mineban.depositary.Status;
import org.mineban.depositary.ToldConsequence;
import org.mineban.presentation.Json;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code desk}: reads the depositary's desk on the machine of whoever runs the program. Alone it shows its help. */
@Command(
        name = "desk",
        subcommands = {DeskCommand.ListCommand.class, DeskCommand.ShowCommand.class, DeskCommand.ChangeCommand.class})
final class DeskCommand implements Runnable {

    private static final int MOST = 10_000;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        language.check();
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static RecordedKnowledge knowledge(Session session) {
        return new RecordedKnowledge(session.shipped(), session.database());
    }

    private static Desk desk(Session session) {
        return new Desk(session.database(), new AuditTrail(), new Access(new PermissionTable()), knowledge(session));
    }

    /** {@code desk list}: the entries, the newest first. */
    @Command(name = "list")
    static final class ListCommand implements Runnable {

        private final Session session;

        @Option(names = "--status", paramLabel = "STATUS")
        private @Nullable String status;

        @Option(names = "--state", paramLabel = "ISO3")
        private @Nullable String state;

        @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
        private String format = "text";

        @Mixin
        private LanguageOption language = new LanguageOption();

        ListCommand(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            language.check();
            Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
            Desk.Query query = new Desk.Query(
                    Optional.ofNullable(status).map(word -> Choices.of("--status", word, Status.values(), Status::id)),
                    Optional.ofNullable(state)
                            .map(code ->
                                    session.shipped().register().getState(code).code()),
                    Optional.empty(),
                    MOST);
            List<List<@Nullable Object>> rows = new ArrayList<>();
            for (Entry entry : desk(session).list(query)) {
                rows.add(Arrays.asList(
                        entry.number(),
                        entry.status().id(),
                        entry.content().state().iso3(),
                        entry.content().act().id(),
                        entry.content().date().toString(),
                        entry.content().source(),
                        entry.content()
                                .correction()
                                .map(correction -> correction.row().place())
                                .orElse(null),
                        entry.changedAt().toString()));
            }
            session.out()
                    .print(wanted.write(new Table(
                            "desk",
                            List.of("number", "status", "iso3", "act", "date", "source", "corrects", "changedAt"),
                            rows)));
        }
    }

    /** {@code desk show NUMBER}: one entry. */
    @Command(name = "show")
    static final class ShowCommand implements Runnable {

        private final Session session;

        @Parameters(paramLabel = "NUMBER")
        private long number;

        @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
        private String format = "text";

        @Mixin
        private LanguageOption language = new LanguageOption();

        ShowCommand(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            language.check();
            Format wanted = Format.of(format, Format.TEXT, Format.JSON);
            Map<String, @Nullable Object> fields = fields(desk(session).get(number));
            if (wanted == Format.JSON) {
                session.out().print(Json.write(fields));
            } else {
                fields.forEach((name, value) -> {
                    if (value != null && !value.toString().isEmpty()) {
                        session.out().println(name + ": " + value);
                    }
                });
            }
        }

        private static Map<String, @Nullable Object> fields(Entry entry) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("number", entry.number());
            fields.put("id", entry.id().toString());
            fields.put("version", entry.version());
            fields.put("status", entry.status().id());
            fields.putAll(entry.content().fields());
            fields.put("document", entry.document().map(SourceDocument::name).orElse(null));
            fields.put(
                    "documentSha256",
                    entry.document().map(SourceDocument::sha256).orElse(null));
            fields.put("author", entry.author().toString());
            fields.put("createdAt", entry.createdAt().toString());
            fields.put("changedAt", entry.changedAt().toString());
            fields.put(
                    "settledBy",
                    entry.settled().map(settled -> settled.by().toString()).orElse(null));
            fields.put(
                    "settledAt",
                    entry.settled().map(settled -> settled.at().toString()).orElse(null));
            fields.put(
                    "settledBecause",
                    entry.settled().map(Entry.Settled::because).orElse(null));
            return fields;
        }
    }

    /** {@code desk what-will-change NUMBER}: everything that an entry moves, or moved. */
    @Command(name = "what-will-change")
    static final class ChangeCommand implements Runnable {

        private final Session session;

        @Parameters(paramLabel = "NUMBER")
        private long number;

        @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
        private String format = "text";

        @Mixin
        private LanguageOption language = new LanguageOption();

        ChangeCommand(Session session) {
            this.session = session;
        }

        @Override
        public void run() {
            language.check();
            Format wanted = Format.of(format, Format.TEXT, Format.JSON, Format.CSV);
            Entry entry = desk(session).get(number);
            Narrator narrator = session.shipped().narrator(session.language(), session.today());
            List<ToldConsequence> told =
                    ToldConsequence.all(knowledge(session).consequences(entry, session.today()), narrator);
            if (told.isEmpty()) {
                session.err().println(narrator.say("desk.nothing-moves"));
            }
            session.out()
                    .print(wanted == Format.TEXT ? text(told, narrator) : wanted.write(ToldConsequence.table(told)));
        }

        private static String text(List<ToldConsequence> told, Narrator narrator) {
            StringBuilder text = new StringBuilder();
            String group = "";
            for (ToldConsequence one : told) {
                String heading = narrator.say("desk.group." + one.group().key());
                if (!heading.equals(group)) {
                    text.append(heading).append('\n');
                    group = heading;
                }
                text.append("  ").append(one.what());
                if (!one.when().isEmpty()) {
                    text.append(" · ").append(one.when());
                }
                text.append("\n    ")
                        .append(one.before())
                        .append(" → ")
                        .append(one.after())
                        .append('\n');
            }
            return text.toString();
        }
    }
}
