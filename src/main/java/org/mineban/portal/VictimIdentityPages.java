package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mineban.accounts.Permission;
import org.mineban.accounts.Person;
import org.mineban.accounts.Thing;
import org.mineban.kernel.ProblemException;
import org.mineban.kernel.StateCode;
import org.mineban.victims.Vault;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who a victim is: shown for a reason, changed, and the photograph. What is shown answers a form, so that no address shows it again. */
@RestController
final class VictimIdentityPages {

    private static final String IDENTITY = VictimPages.ONE + "/identity";

    private final PageRenderer renderer;
    private final VictimPages pages;
    private final Vault vault;

    VictimIdentityPages(PageRenderer renderer, VictimPages pages, Vault vault) {
        this.renderer = renderer;
        this.pages = pages;
        this.vault = vault;
    }

    /** An opened identity. */
    record View(
            String base,
            Optional<Forms.Wrong> wrong,
            String about,
            boolean photograph,
            String photographOf,
            List<VictimPages.Fact> parts,
            boolean writer,
            VictimForms.IdentityForm form,
            int version) {}

    static int version(HttpServletRequest request) {
        String text = Forms.text(request, "version");
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    @PostMapping(IDENTITY)
    ResponseEntity<byte[]> show(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        Person reader = VictimForms.person(visit, Permission.VICTIMS_READ_IDENTITY, state);
        String reason = Forms.text(request, "reason");
        try {
            Vault.Opened opened = vault.read(reader, state, victim, reason);
            VictimForms.IdentityForm form = VictimForms.form(
                    visit,
                    opened.identity(),
                    Map.of(),
                    opened.file().terms().purpose().name(),
                    opened.file().terms().basis().name(),
                    opened.file().terms().keepUntil().toString());
            return page(visit, state, reader, victim, opened, form, Optional.empty());
        } catch (ProblemException refused) {
            if (!vault.mayRead(reader, state) || !vault.mayWrite(reader, state)) {
                throw refused;
            }
            return pages.one(visit, state, reader, victim, Forms.wrong(visit, refused), Optional.empty(), reason);
        }
    }

    private ResponseEntity<byte[]> page(
            Visit visit,
            StateCode state,
            Person reader,
            String victim,
            Vault.Opened opened,
            VictimForms.IdentityForm form,
            Optional<Forms.Wrong> wrong) {
        String number = visit.code(victim);
        return renderer.page(
                visit,
                Forms.status(wrong),
                "victim-identity",
                visit.say("victims.identity", Map.of("number", number)),
                new View(
                        VictimPages.base(state, victim),
                        wrong,
                        visit.say("victims.identity.about", Map.of("who", Visit.isolated(reader.name()))),
                        opened.file().hasPhoto(),
                        visit.say("victims.photograph.of", Map.of("number", number)),
                        opened.identity().parts().entrySet().stream()
                                .filter(part -> !part.getValue().isEmpty())
                                .map(part -> new VictimPages.Fact(
                                        visit.say("victims.part." + part.getKey()), part.getValue()))
                                .toList(),
                        vault.mayWrite(reader, state),
                        form,
                        opened.file().version()));
    }

    @PostMapping(IDENTITY + "/change")
    ResponseEntity<byte[]> change(
            Visit visit,
            @PathVariable("code") String code,
            @PathVariable("victim") String victim,
            HttpServletRequest request) {
        StateCode state = VictimForms.state(visit, code);
        visit.visitor().require(Permission.VICTIMS_READ_IDENTITY, Thing.of(state));
        Person writer = visit.visitor().require(Permission.VICTIMS_WRITE, Thing.of(state));
        try {
            vault.change(
                    writer,
                    state,
                    victim,
                    version(request),
                    VictimForms.identity(request),
                    VictimForms.terms(visit, request));
            return Forms.seeOther(visit.link(VictimPages.base(state, victim)));
        } catch (ProblemException refused) {
            if (!List.of("victim-changed", "victim-name-needed", "victim-keep-until-past", "victim-field-wrong")
                    .contains(refused.problem().id())) {
                throw refused;
            }
            Vault.Opened now = vault.read(
                    writer,
                    state,
                    victim,
                    "refused change: " + refused.problem().id());
            VictimForms.IdentityForm form =
                    VictimForms.form(visit, request, now.identity().parts());
            return page(visit, state, writer, victim, now, form, Forms.wrong(visit, refused));
        }
    }

    @GetMapping(VictimPages.ONE + "/photograph")
    ResponseEntity<byte[]> photograph(
            Visit visit, @PathVariable("code") String code, @PathVariable("victim") String victim) {
        StateCode state = VictimForms.state(visit, code);
        Person reader = VictimForms.person(visit, Permission.VICTIMS_READ_IDENTITY, state);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(vault.photograph(reader, state, victim));
    }
}
