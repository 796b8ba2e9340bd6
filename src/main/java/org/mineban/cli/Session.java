package org.mineban.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.accounts.Access;
import org.mineban.accounts.PermissionTable;
import org.mineban.audit.AuditTrail;
import org.mineban.depositary.RecordedKnowledge;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.operations.RegisterFigures;
import org.mineban.platform.Messages;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.KnowledgeSource;
import org.mineban.presentation.Narrator;
import org.mineban.presentation.ProblemWords;
import org.mineban.reporting.Checks;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.rollup.RegisterAsSource;
import org.mineban.rollup.RollUp;
import org.mineban.storage.Database;
import org.mineban.storage.DatabaseAddress;
import org.mineban.storage.Engine;
import org.mineban.submissions.Examination;
import org.mineban.submissions.PublishedReports;
import org.mineban.submissions.RecordedReceipts;
import org.mineban.submissions.Submissions;
import org.mineban.translations.MendedTexts;

/** What the commands of one call share. The facts are read only when a command asks for them. */
final class Session {

    private final Messages messages;
    private final MendedTexts mended;
    private final DataFolder dataFolder;
    private final Language language;
    private final Clock clock;
    private final PrintWriter out;
    private final PrintWriter err;
    private @Nullable Knowledge shipped;
    private @Nullable Knowledge knowledge;
    private @Nullable LocalDate knownOn;
    private @Nullable Settings settings;
    private @Nullable Database database;
    private @Nullable String databaseAsked;

    Session(
            Messages messages,
            MendedTexts mended,
            DataFolder dataFolder,
            Language language,
            Clock clock,
            PrintWriter out,
            PrintWriter err) {
        this.messages = messages;
        this.mended = mended;
        this.dataFolder = dataFolder;
        this.language = language;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** What is known: the record that came with the program, and what was recorded and confirmed in the database, now or by the day that was asked for. */
    Knowledge knowledge() {
        Knowledge known = knowledge;
        if (known == null) {
            LocalDate day = knownOn;
            known = day == null ? source().current() : source().knownOn(day);
            knowledge = known;
        }
        return known;
    }

    /** The record that came with the program. */
    Knowledge shipped() {
        Knowledge known = shipped;
        if (known == null) {
            known = Knowledge.load(messages);
            shipped = known;
        }
        return known;
    }

    /** Answers as was known on that day; to be called before the knowledge is asked for. */
    void answerAsKnownOn(LocalDate day) {
        knownOn = day;
    }

    /** A data folder without a database has had nothing recorded, and gets none by being asked. */
    private boolean nothing() {
        return databaseAddress().engine() == Engine.SQLITE && !Files.exists(DatabaseAddress.file(dataFolder.path()));
    }

    /** The day whose knowledge was asked for; empty for what is known now. */
    Optional<LocalDate> knownOn() {
        return Optional.ofNullable(knownOn);
    }

    /** The reports that are public here. */
    PublishedReports publishedReports() {
        return nothing() ? PublishedReports.NONE : submissions();
    }

    /** What was handed in and received here. */
    Submissions submissions() {
        Dictionary dictionary = Dictionary.load();
        return new Submissions(
                database(),
                new AuditTrail(),
                new Access(new PermissionTable()),
                dictionary,
                new Examination(
                        Checks.load(dictionary, Editions.load()),
                        KnowledgeSource.shipped(shipped()),
                        database(),
                        name -> new RegisterAsSource(new RollUp(new RegisterFigures(database())), name)));
    }

    private KnowledgeSource source() {
        return nothing()
                ? KnowledgeSource.shipped(shipped())
                : new RecordedKnowledge(shipped().with(new RecordedReceipts(database())), database());
    }

    Messages messages() {
        return messages;
    }

    /** The mended texts of the data folder, which are among the messages. */
    MendedTexts mended() {
        return mended;
    }

    DataFolder dataFolder() {
        return dataFolder;
    }

    /** What the administrator of the data folder has set. */
    Settings settings() {
        Settings read = settings;
        if (read == null) {
            read = Settings.read(dataFolder.path(), System.getenv());
            if (databaseAsked != null) {
                read = read.with(Setting.DATABASE_URL, databaseAsked);
            }
            settings = read;
        }
        return read;
    }

    /** The command line names another database than the settings do. */
    void askForDatabase(String url) {
        databaseAsked = url;
    }

    /** Where the database is: a server when one is named, else in the data folder. */
    DatabaseAddress databaseAddress() {
        return settings()
                .find(Setting.DATABASE_URL)
                .map(url -> DatabaseAddress.postgresql(
                        url, settings().find(Setting.DATABASE_USER), settings().find(Setting.DATABASE_PASSWORD)))
                .orElseGet(() -> DatabaseAddress.in(dataFolder.path()));
    }

    /** The database, opened when a command first asks for it and closed when the call ends. */
    Database database() {
        Database open = database;
        if (open == null) {
            open = Database.open(databaseAddress(), clock);
            database = open;
        }
        return open;
    }

    /** Gives back what the call has opened. */
    void close() {
        Database open = database;
        if (open != null) {
            open.close();
            database = null;
        }
    }

    /** The narrator of this call's language, for whom States have the names they had on that day. */
    Narrator narrator(LocalDate on) {
        return knowledge().narrator(language, on);
    }

    Language language() {
        return language;
    }

    Clock clock() {
        return clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** A problem in words, without needing the facts. */
    String narrate(Problem problem) {
        Knowledge known = knowledge;
        return known == null
                ? ProblemWords.say(messages, language, problem)
                : known.narrator(language, today()).problem(problem);
    }
}
