package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.mineban.kernel.Problem;
import org.mineban.kernel.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** What forms share: reading a field, going on to the next page, and saying what is wrong beside the field. */
final class Forms {

    /** The longest text that a field of a form is read with, unless the field says otherwise. */
    private static final int LONGEST = 2000;

    /** The field that a problem is about. */
    private static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("password-short", "password"),
            Map.entry("password-long", "password"),
            Map.entry("password-guessed", "password"),
            Map.entry("password-breached", "password"),
            Map.entry("password-varied", "password"),
            Map.entry("password-wrong", "present"),
            Map.entry("organisation-in-use", "close-reason"),
            Map.entry("name-wrong", "name"),
            Map.entry("organisation-taken", "name"),
            Map.entry("organisation-closed", "organisation"),
            Map.entry("email-wrong", "email"),
            Map.entry("email-taken", "email"),
            Map.entry("role-needs", "role"),
            Map.entry("role-held", "role"),
            Map.entry("unknown-state", "state"),
            Map.entry("code-wrong", "code"),
            Map.entry("sign-in-wrong", "email"),
            Map.entry("victim-name-needed", "name"),
            Map.entry("victim-keep-until-past", "keep-until"),
            Map.entry("victim-receiver-needed", "receiver"),
            Map.entry("last-administrator", "reason"));

    private Forms() {}

    /**
     * What is wrong with a form.
     *
     * @param field the id of the field; empty when it is about the whole form
     */
    record Wrong(String sentence, Optional<String> field) {}

    /** A problem as a form shows it. */
    static Optional<Wrong> wrong(Visit visit, ProblemException refused) {
        Problem problem = refused.problem();
        return Optional.of(new Wrong(visit.narrator().problem(problem), Optional.ofNullable(FIELDS.get(problem.id()))));
    }

    /** The status of a page with a form: what was sent could not be taken when something is wrong with it. */
    static HttpStatus status(Optional<Wrong> wrong) {
        return wrong.isPresent() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }

    /** A field of the form, without blanks around it; empty text when it is not there. */
    static String text(HttpServletRequest request, String name) {
        String text = Objects.requireNonNullElse(request.getParameter(name), "").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** A secret field, exactly as it was typed. */
    static String secret(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** A field that may be left empty. */
    static Optional<String> optional(HttpServletRequest request, String name) {
        return Optional.of(text(request, name)).filter(text -> !text.isEmpty());
    }

    /** The id in an address or a field; empty when it is none. */
    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** On to another page, which is then asked for anew. */
    static ResponseEntity<byte[]> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(address))
                .build();
    }
}
