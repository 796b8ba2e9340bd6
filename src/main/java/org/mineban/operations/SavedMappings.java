package org.mineban.operations;

import static mineban.tables.Tables.REGISTER_MAPPING;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mineban.tables.tables.records.RegisterMappingRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.mineban.audit.AuditEvent;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.Change;
import org.mineban.kernel.Problem;
import org.mineban.kernel.StateCode;
import org.mineban.operations.mapping.Mapping;
import org.mineban.storage.Database;
import org.mineban.storage.Identifiers;
import org.mineban.storage.Sha256;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How people of a State or an organisation said that the columns of a file are to be understood. It is used again by itself for every file with the same
 * headers; an organisation's own goes before the State's.
 */
public final class SavedMappings {

    private static final String SUBJECT = "register-mapping";
    private static final String DIGITS = " digits ";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<LinkedHashMap<String, String>> COLUMNS = new TypeReference<>() {};

    private final Database database;
    private final AuditTrail audit;
    private final Dictionary dictionary;

    SavedMappings(Database database, AuditTrail audit, Dictionary dictionary) {
        this.database = database;
        this.audit = audit;
        this.dictionary = dictionary;
    }

    /** A mapping over those that were found out. */
    interface Finder {
        /** The same, the first with the saved columns when some are saved for these headers. */
        List<Mapping> over(List<Mapping> understood, List<String> headers);
    }

    Finder finder(StateCode state, Optional<UUID> organisation) {
        return (understood, headers) -> {
            Mapping first = understood.getFirst();
            return find(state, organisation, first.kind(), headers)
                    .map(saved -> {
                        List<Mapping> all = new ArrayList<>(understood);
                        all.set(0, saved(first, saved));
                        return all;
                    })
                    .orElse(new ArrayList<>(understood));
        };
    }

    private static Mapping saved(Mapping first, RegisterMappingRecord row) {
        List<ColumnUse> columns = new ArrayList<>();
        JSON.readValue(row.getColumns(), COLUMNS).forEach((column, target) -> {
            int digits = target.indexOf(DIGITS);
            String field = digits < 0 ? target : target.substring(0, digits);
            columns.add(new ColumnUse(
                    column,
                    Optional.of(field).filter(one -> !one.isEmpty()),
                    digits < 0
                            ? Optional.empty()
                            : Optional.of(Integer.valueOf(target.substring(digits + DIGITS.length()))),
                    field.isEmpty() ? ColumnUse.Reason.KEPT : ColumnUse.Reason.SAVED));
        });
        return new Mapping(row.getName(), first.kind(), first.select(), first.key(), columns, first.constants());
    }

    private Optional<RegisterMappingRecord> find(
            StateCode state, Optional<UUID> organisation, Kind kind, List<String> headers) {
        return database.read(sql -> sql.selectFrom(REGISTER_MAPPING)
                .where(
                        REGISTER_MAPPING.STATE.eq(state.iso3()),
                        REGISTER_MAPPING.HEADERS_SHA256.eq(hash(headers)),
                        REGISTER_MAPPING.KIND.eq(kind.id()),
                        REGISTER_MAPPING.REPLACED_AT.isNull(),
                        REGISTER_MAPPING
                                .ORGANISATION_ID
                                .isNull()
                                .or(organisation
                                        .map(REGISTER_MAPPING.ORGANISATION_ID::eq)
                                        .orElseGet(DSL::falseCondition)))
                .orderBy(DSL.case_()
                        .when(REGISTER_MAPPING.ORGANISATION_ID.isNull(), 1)
                        .otherwise(0))
                .limit(1)
                .fetchOptional());
    }

    private static String hash(List<String> headers) {
        return Sha256.of(String.join("\n", headers));
    }

    /**
     * Saves how the columns of files with these headers are understood, in the place of what was saved before.
     *
     * @param before how they are understood without it
     * @param targets the field of each column; empty to keep the column beside the record
     * @throws org.mineban.kernel.ProblemException {@code mapping-field} for a field that records of the kind do not have, or that two columns fill
     */
    void save(
            Actor actor,
            StateCode state,
            Optional<UUID> organisation,
            String name,
            Mapping before,
            Map<String, String> targets) {
        Map<String, String> columns = new LinkedHashMap<>();
        Map<String, String> filled = new LinkedHashMap<>();
        for (ColumnUse use : before.columns()) {
            String target =
                    targets.getOrDefault(use.column(), use.target().orElse("")).strip();
            boolean known = target.isEmpty()
                    || org.mineban.operations.mapping.Mappings.PSEUDO.contains(target)
                    || dictionary.find(before.kind(), target).isPresent();
            if (!known || (!target.isEmpty() && filled.putIfAbsent(target, use.column()) != null)) {
                throw new Problem(
                                "mapping-field",
                                Problem.Kind.WRONG_USAGE,
                                Map.of("value", target, "column", use.column()))
                        .asException();
            }
            boolean same = use.target().equals(Optional.of(target));
            columns.put(
                    use.column(),
                    same && use.digits().isPresent()
                            ? target + DIGITS + use.digits().get()
                            : target);
        }
        List<String> headers = before.columns().stream().map(ColumnUse::column).toList();
        database.write(transaction -> {
            DSLContext sql = transaction.sql();
            sql.update(REGISTER_MAPPING)
                    .set(REGISTER_MAPPING.REPLACED_AT, transaction.now())
                    .where(
                            REGISTER_MAPPING.STATE.eq(state.iso3()),
                            REGISTER_MAPPING.HEADERS_SHA256.eq(hash(headers)),
                            REGISTER_MAPPING.KIND.eq(before.kind().id()),
                            REGISTER_MAPPING.REPLACED_AT.isNull(),
                            organisation
                                    .map(REGISTER_MAPPING.ORGANISATION_ID::eq)
                                    .orElseGet(REGISTER_MAPPING.ORGANISATION_ID::isNull))
                    .execute();
            RegisterMappingRecord row = new RegisterMappingRecord();
            row.setId(Identifiers.newId());
            row.setState(state.iso3());
            row.setOrganisationId(organisation.orElse(null));
            row.setName(name);
            row.setKind(before.kind().id());
            row.setHeadersSha256(hash(headers));
            row.setColumns(JSON.writeValueAsString(columns));
            row.setAuthor(actor.name());
            row.setSavedAt(transaction.now());
            sql.executeInsert(row);
            audit.add(
                    transaction,
                    new AuditEvent(
                            actor.name(),
                            "save-mapping",
                            SUBJECT,
                            state + " " + name,
                            Optional.of(state),
                            Optional.empty(),
                            List.of(new Change("columns", Optional.empty(), Optional.of(row.getColumns())))));
            return true;
        });
    }
}
