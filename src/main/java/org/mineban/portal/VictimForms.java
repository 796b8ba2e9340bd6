package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.operations.Dictionary;
import org.mineban.victims.Identity;
import org.mineban.victims.Terms;
import org.springframework.stereotype.Component;

/** What the pages about victims share: States, words of code lists, and the fields of their forms. */
@Component
final class VictimForms {

    /** As many years an identity is kept unless the form says otherwise. */
    private static final int YEARS_KEPT = 5;

    private static final int LONGEST = 10_000;

    private final Dictionary dictionary = new Dictionary();

    /** One field of an identity; {@code now} is what the vault holds when somebody else changed it meanwhile, else empty. */
    record PartField(String name, String label, String value, String now, boolean needed) {}

    /** The fields of identity and terms. */
    record IdentityForm(List<PartField> parts, List<Choice> purposes, List<Choice> bases, String keepUntil) {}

    /** A State that has, or may have, a register: one of the record, or a fictitious one. */
    static StateCode state(Visit visit, String code) {
        String iso3 = code.toUpperCase(Locale.ROOT);
        return iso3.startsWith("X")
                ? new StateCode(iso3)
                : visit.knowledge().register().getState(iso3).code();
    }

    /** Who asks, when they are in with two factors; what they may is asked by what they ask for, which writes refusals down. */
    static Person person(Visit visit, Permission permission, StateCode state) {
        return visit.visitor().person().orElseGet(() -> visit.visitor().require(permission, Thing.of(state)));
    }

    /** The word of a code. */
    static String word(Visit visit, String code) {
        return visit.say("victims.code." + code.toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The choices of an enumeration. */
    static List<Choice> choices(Visit visit, Class<? extends Enum<?>> codes, String chosen) {
        return Arrays.stream(codes.getEnumConstants())
                .map(code -> new Choice(
                        code.name(), word(visit, code.name()), code.name().equals(chosen)))
                .toList();
    }

    /** The choices of a code list of the register. */
    List<Choice> choices(Visit visit, String list, String chosen) {
        return dictionary.codes(list).stream()
                .map(code -> new Choice(
                        code,
                        Character.isDigit(code.charAt(0)) ? visit.code(code) : word(visit, code),
                        code.equals(chosen)))
                .toList();
    }

    /** A field that must be one of an enumeration. */
    static <E extends Enum<E>> E code(
            Visit visit, HttpServletRequest request, String name, Class<E> codes, String label) {
        String text = Forms.text(request, name);
        return Arrays.stream(codes.getEnumConstants())
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(visit, text, label));
    }

    /** A field that must be a word of a code list of the register. */
    String code(Visit visit, HttpServletRequest request, String name, String list, String label) {
        String text = Forms.text(request, name);
        if (!dictionary.codes(list).contains(text)) {
            throw wrong(visit, text, label);
        }
        return text;
    }

    static ProblemException wrong(Visit visit, String value, String label) {
        return new Problem(
                        "victim-field-wrong",
                        Problem.Kind.WRONG_USAGE,
                        Map.of("value", value, "field", visit.say(label)))
                .asException();
    }

    /** A field that must be a day. */
    static LocalDate day(Visit visit, HttpServletRequest request, String name, String label) {
        String text = Forms.text(request, name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw wrong(visit, text, label);
        }
    }

    /** A field that may be empty or a day. */
    static Optional<LocalDate> optionalDay(Visit visit, HttpServletRequest request, String name, String label) {
        return Forms.text(request, name).isEmpty() ? Optional.empty() : Optional.of(day(visit, request, name, label));
    }

    /** The identity in a form, no text of which is cut. */
    static Identity identity(HttpServletRequest request) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : Identity.PARTS) {
            String text = Forms.secret(request, part);
            if (text.length() > LONGEST) {
                throw new Problem("victim-text-long", Problem.Kind.WRONG_USAGE, Map.of("limit", LONGEST)).asException();
            }
            parts.put(part, text);
        }
        return Identity.of(parts);
    }

    static Terms terms(Visit visit, HttpServletRequest request) {
        return new Terms(
                code(visit, request, "purpose", Terms.Purpose.class, "victims.purpose"),
                code(visit, request, "basis", Terms.Basis.class, "victims.basis"),
                day(visit, request, "keep-until", "victims.keep-until"));
    }

    /** An empty form. */
    static IdentityForm form(Visit visit) {
        return form(
                visit,
                Identity.of(Map.of()),
                Map.of(),
                "",
                "",
                visit.today().plusYears(YEARS_KEPT).toString());
    }

    /** A form as it was sent, so that nothing typed is lost. */
    static IdentityForm form(Visit visit, HttpServletRequest request, Map<String, String> now) {
        return form(
                visit,
                identity(request),
                now,
                Forms.text(request, "purpose"),
                Forms.text(request, "basis"),
                Forms.text(request, "keep-until"));
    }

    static IdentityForm form(
            Visit visit, Identity identity, Map<String, String> now, String purpose, String basis, String keepUntil) {
        List<PartField> parts = identity.parts().entrySet().stream()
                .map(part -> new PartField(
                        part.getKey(),
                        visit.say("victims.part." + part.getKey()),
                        part.getValue(),
                        Optional.ofNullable(now.get(part.getKey()))
                                .filter(text -> !text.equals(part.getValue()))
                                .map(text -> visit.say(
                                        "victims.now", Map.of("text", Visit.isolated(text.isEmpty() ? "—" : text))))
                                .orElse(""),
                        part.getKey().equals("name")))
                .toList();
        return new IdentityForm(
                parts,
                choices(visit, Terms.Purpose.class, purpose),
                choices(visit, Terms.Basis.class, basis),
                keepUntil);
    }
}
