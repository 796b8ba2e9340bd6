package org.mineban.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mineban.secrets.Keyring;
import org.mineban.secrets.Token;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The code that every form bears, made from the session's cookie, or before there is one from a cookie of its own: whoever can only make a browser
 * send a form cannot know it. Nothing is kept on the server, so every node knows it.
 */
final class FormCodes implements CsrfTokenRepository {

    /** The name of the hidden field. */
    static final String FIELD = "form-code";

    private static final String FRESH = FormCodes.class.getName() + ".fresh";

    private final ObjectProvider<Keyring> keys;

    FormCodes(ObjectProvider<Keyring> keys) {
        this.keys = keys;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        Token fresh = Token.fresh();
        request.setAttribute(FRESH, fresh.text());
        return code(fresh.text());
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(FRESH) instanceof String fresh) {
            Cookies.form(request, response, fresh);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Optional<String> bound =
                SignedInFilter.of(request).isPresent() ? Cookies.session(request) : Cookies.form(request);
        return bound.map(this::code).orElse(null);
    }

    private CsrfToken code(String bound) {
        return new DefaultCsrfToken("Form-Code", FIELD, keys.getObject().code("form|" + Token.hash(bound)));
    }
}
