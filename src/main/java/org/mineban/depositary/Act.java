package org.mineban.depositary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a State did or said that can be put on record. */
public enum Act {
    SIGNATURE(Table.ACTIONS),
    RATIFICATION(Table.ACTIONS),
    ACCEPTANCE(Table.ACTIONS),
    APPROVAL(Table.ACTIONS),
    ACCESSION(Table.ACTIONS),
    SUCCESSION(Table.ACTIONS),
    WITHDRAWAL(Table.ACTIONS),
    PROVISIONAL_APPLICATION(Table.ACTIONS),
    TERRITORIAL_APPLICATION(Table.ACTIONS),
    COMMUNICATION(Table.ACTIONS),
    INTERPRETATIVE_DECLARATION(Table.DECLARATIONS),
    DECLARATION_ON_SIGNATURE(Table.DECLARATIONS),
    OBJECTION_TO_COMMUNICATION(Table.DECLARATIONS),
    /** Only for correcting a row that came with the program; what is new is recorded as the action. */
    DECLARED_PROVISIONAL_APPLICATION(Table.DECLARATIONS),
    /** Only for correcting, as above. */
    DECLARED_TERRITORIAL_APPLICATION(Table.DECLARATIONS),
    /** Only for correcting, as above. */
    DECLARED_COMMUNICATION(Table.DECLARATIONS);

    /** Which file of the record has such rows. */
    public enum Table {
        ACTIONS("parties/treaty-actions.csv", "action"),
        DECLARATIONS("parties/declarations.csv", "kind");

        private final String file;
        private final String column;

        Table(String file, String column) {
            this.file = file;
            this.column = column;
        }

        /** The file that came with the program. */
        public String file() {
            return file;
        }

        /** The column that has the act. */
        public String column() {
            return column;
        }
    }

    private static final String DECLARED = "declared_";

    private final Table table;

    Act(Table table) {
        this.table = table;
    }

    public Table table() {
        return table;
    }

    /** The word in forms, addresses and the database, lower-case words joined by hyphens. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The word in the column of the file. */
    public String word() {
        String word = name().toLowerCase(Locale.ROOT);
        return word.startsWith(DECLARED) ? word.substring(DECLARED.length()) : word;
    }

    /** The key of its message. */
    public String key() {
        return (table == Table.ACTIONS ? "action." : "declaration.") + word().replace('_', '-');
    }

    /** By depositing an instrument of which a State consents to be bound: Article 16. */
    public boolean consent() {
        return this == RATIFICATION
                || this == ACCEPTANCE
                || this == APPROVAL
                || this == ACCESSION
                || this == SUCCESSION;
    }

    /** Whether it is said in words what was declared or communicated. */
    public boolean needsSummary() {
        return table == Table.DECLARATIONS || this == COMMUNICATION;
    }

    /** Those that can be recorded anew. */
    public static List<Act> recordable() {
        return Arrays.stream(values())
                .filter(act -> !act.name().startsWith("DECLARED_"))
                .toList();
    }

    /** The act of that id. */
    public static Optional<Act> find(String id) {
        return Arrays.stream(values()).filter(act -> act.id().equals(id)).findFirst();
    }

    /** The act of a word of a file. */
    static Optional<Act> of(Table table, String word) {
        return Arrays.stream(values())
                .filter(act -> act.table == table && act.word().equals(word))
                .findFirst();
    }
}
