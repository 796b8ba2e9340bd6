package org.mineban.submissions;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.mineban.accounts.Access;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.kernel.Language;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Entry;
import org.mineban.reporting.Field;
import org.mineban.reporting.FieldPath;
import org.mineban.reporting.Group;
import org.mineban.reporting.Report;
import org.mineban.reporting.Surroundings;
import org.mineban.reporting.Value;
import org.mineban.storage.Database;
import org.mineban.storage.FileStore;
import org.mineban.storage.ReceivedFile;
import org.mineban.storage.StoredFile;

/**
 * Files that belong to a report: put into a field of a draft, or into the list of files on its title page, and carried into the kit with the report. What
 * a file is, is taken from what is in it.
 */
public final class DraftFiles {

    private static final String LIST = "env.attachment";
    private static final FileStore FILES = new FileStore();

    private final Database database;
    private final Access access;
    private final Drafts drafts;
    private final Dictionary dictionary;

    public DraftFiles(Database database, Access access, Drafts drafts, Dictionary dictionary) {
        this.database = database;
        this.access = access;
        this.drafts = drafts;
        this.dictionary = dictionary;
    }

    /**
     * Puts a file into a field of a part, or into the list of files of the report.
     *
     * @param place a field of the part that holds a file; empty for the list
     * @param title what the file is, for the list
     * @throws ProblemException {@code draft-file-place} for a field that holds no file; {@code report-file-kind} and {@code report-file-macros} come from
     *     {@link IncomingFile} before
     */
    public void attach(
            Person writer,
            UUID id,
            Part part,
            Optional<FieldPath> place,
            String title,
            Language language,
            ReceivedFile file,
            IncomingFile kind) {
        place.ifPresent(one -> requireFile(part, one));
        database.change(transaction -> {
            Draft draft = Drafts.get(transaction, id);
            access.require(Optional.of(writer), Permission.REPORT_WRITE, part.thing(draft.state()));
            Drafts.requireOpen(draft);
            FILES.keep(transaction, file);
            Entry entry =
                    Entry.of(new Value.Attachment(kind.name(), file.sha256(), kind.mediaType(), file.sizeBytes()));
            Part into = place.isPresent() ? part : Part.TITLE;
            DraftPart now = draft.part(into);
            Report text = now.text();
            if (place.isPresent()) {
                text = text.with(place.get(), entry);
            } else {
                FieldPath row = FieldPath.of(LIST)
                        .row("r" + UUID.randomUUID().toString().substring(0, 8));
                text = text.with(row.child("file"), entry);
                if (!title.isBlank()) {
                    text = text.with(row.child("title"), Entry.of(Value.Text.of(language, title.strip())));
                }
            }
            drafts.save(transaction, writer, draft, into, now.revision(), text, false);
        });
    }

    /** Takes a file out of a field. The file itself stays with the texts that were saved before. */
    public void remove(Person writer, UUID id, Part part, FieldPath place) {
        requireFile(part, place);
        database.change(transaction -> {
            Draft draft = Drafts.get(transaction, id);
            access.require(Optional.of(writer), Permission.REPORT_WRITE, part.thing(draft.state()));
            Drafts.requireOpen(draft);
            DraftPart now = draft.part(part);
            drafts.save(
                    transaction, writer, draft, part, now.revision(), now.text().without(place), false);
        });
    }

    private void requireFile(Part part, FieldPath place) {
        boolean holds = dictionary
                .find(place)
                .filter(field ->
                        field.type() == Field.Type.FILE && field.id().prefix().equals(part.prefix()))
                .isPresent();
        if (!holds) {
            throw Drafts.problem("draft-file-place", Problem.Kind.WRONG_USAGE, Map.of("value", place.text()));
        }
    }

    /** The file at a place of a draft; empty where there is none, or its bytes are not here. */
    public Optional<Value.Attachment> find(Person reader, Draft draft, FieldPath place) {
        if (!drafts.mayReadPlace(reader, draft.state(), place.text())) {
            access.require(
                    Optional.of(reader), Permission.REPORT_READ_DRAFT, org.mineban.accounts.Thing.of(draft.state()));
        }
        return draft.report()
                .at(place)
                .map(Entry::value)
                .filter(Value.Attachment.class::isInstance)
                .map(Value.Attachment.class::cast)
                .filter(file -> database.read(sql -> here(sql, file)).isPresent());
    }

    /** Writes out a file that {@link #find} gave. */
    public void copy(Value.Attachment file, OutputStream out) {
        database.read(sql -> {
            try {
                FILES.copy(sql, file.sha256(), out);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
            return true;
        });
    }

    private static Optional<StoredFile> here(DSLContext sql, Value.Attachment file) {
        return file.sha256().isEmpty() ? Optional.empty() : FILES.find(sql, file.sha256());
    }

    /** What the rules ask of files: whether their bytes are here. Macros and what is no document are refused before a file is put into a draft. */
    static Surroundings.Files faults(Database database) {
        return file -> database.read(sql -> here(sql, file)).isPresent() ? List.of() : List.of("missing");
    }

    /** The files of a report whose bytes are here, as files of its kit, each with a name of its own. */
    static List<Submission.File> forKit(DSLContext sql, Report snapshot) {
        Map<String, Submission.File> byHash = new LinkedHashMap<>();
        for (Group.Placed placed : snapshot.placed()) {
            if (placed.entry().value() instanceof Value.Attachment file) {
                here(sql, file)
                        .ifPresent(stored -> byHash.putIfAbsent(
                                stored.sha256(),
                                new Submission.File(
                                        "attachment-" + (byHash.size() + 1) + "_" + safe(file.name()),
                                        file.mediaType(),
                                        Optional.empty(),
                                        stored.sha256(),
                                        stored.sizeBytes())));
            }
        }
        return new ArrayList<>(byHash.values());
    }

    /** A name that no system for files stumbles over. */
    private static String safe(String name) {
        String safe = name.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_").strip();
        return safe.length() > 120 ? safe.substring(safe.length() - 120) : safe;
    }
}
