package org.mineban.operations;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.mineban.kernel.StateCode;

/** The record that another belongs to. */
final class Links {

    /** The fields that say to which record one belongs, the nearest first. */
    record Parent(String name, Kind kind) {}

    private static final List<Parent> PARENTS = List.of(
            new Parent("accident", Kind.ACCIDENT),
            new Parent("hazard", Kind.HAZARD),
            new Parent("activity", Kind.ACTIVITY),
            new Parent("visit", Kind.VISIT));

    private Links() {}

    /** The number of the record that this one says it belongs to; empty when it says none or the State has no such record. */
    static OptionalLong parent(DSLContext sql, StateCode state, Content content) {
        for (Parent parent : PARENTS) {
            Optional<String> code = content.fields().text(parent.name());
            if (code.isPresent()) {
                return RegisterRows.number(sql, state, parent.kind(), code.get());
            }
        }
        return OptionalLong.empty();
    }

    /** The kind of the records that a field names; empty when the field links to none. */
    static Optional<Kind> kind(String field) {
        return PARENTS.stream()
                .filter(parent -> parent.name().equals(field))
                .map(Parent::kind)
                .findFirst();
    }

    /** The field by which a record says to which one it belongs; empty when it says none. */
    static Optional<Parent> parentField(Content content) {
        return PARENTS.stream()
                .filter(parent -> content.fields().text(parent.name()).isPresent())
                .findFirst();
    }
}
