package org.mineban.portal;

import java.time.Clock;
import org.mineban.accounts.Access;
import org.mineban.accounts.BreachedPasswords;
import org.mineban.accounts.Notices;
import org.mineban.accounts.Organisations;
import org.mineban.accounts.OutsideSignIn;
import org.mineban.accounts.Passkeys;
import org.mineban.accounts.Passwords;
import org.mineban.accounts.People;
import org.mineban.accounts.PermissionTable;
import org.mineban.accounts.SecondFactors;
import org.mineban.accounts.Sessions;
import org.mineban.accounts.SignIn;
import org.mineban.audit.AuditTrail;
import org.mineban.audit.ProtectedReads;
import org.mineban.mail.AccountLetters;
import org.mineban.mail.Outbox;
import org.mineban.platform.Settings;
import org.mineban.secrets.Keyring;
import org.mineban.storage.Database;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.web.csrf.CsrfFilter;

/** The parts of the portal by which people sign in, each made when it is first needed. */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessPage.class,
    AccountPages.class,
    AuditPages.class,
    AuditRows.class,
    FactorPages.class,
    OrganisationPages.class,
    PasskeyPages.class,
    OutsidePages.class,
    PeoplePages.class,
    ProofPages.class,
    RolesPage.class,
    SignInPages.class,
})
class AccountsConfiguration {

    @Bean
    Access access() {
        return new Access(new PermissionTable());
    }

    @Bean
    Keyring keyring(PortalServer.Parts parts) {
        return Keyring.open(parts.keyFile(), SecondFactors.sealedSomething(parts.database()));
    }

    @Bean
    Notices notices(Outbox outbox, PortalServer.Parts parts) {
        return new AccountLetters(outbox, parts.knowledge().messages(), parts.settings(), SignInPages.LINK);
    }

    @Bean
    People people(Database database, AuditTrail audit, Notices notices) {
        return new People(database, audit, notices);
    }

    @Bean
    ProtectedReads protectedReads(Database database, AuditTrail audit, Clock clock) {
        return new ProtectedReads(database, audit, clock);
    }

    @Bean
    BreachedPasswords breachedPasswords(Settings settings) {
        return BreachedPasswords.of(settings);
    }

    @Bean
    Organisations organisations(Database database, AuditTrail audit) {
        return new Organisations(database, audit);
    }

    @Bean
    Sessions sessions(Database database, People people, Clock clock) {
        return new Sessions(database, people, clock);
    }

    @Bean
    SecondFactors secondFactors(Database database, People people, Keyring keys, Notices notices) {
        return new SecondFactors(database, people, keys, notices);
    }

    @Bean
    SignIn signIn(
            Database database,
            People people,
            Sessions sessions,
            SecondFactors factors,
            BreachedPasswords breached,
            Notices notices,
            Clock clock) {
        return new SignIn(database, people, sessions, factors, new Passwords(breached), notices, clock);
    }

    @Bean
    Passkeys passkeys(Database database, SecondFactors factors, SignIn signIn) {
        return new Passkeys(database, factors, signIn);
    }

    @Bean
    OutsideSignIn outsideSignIn(
            Settings settings, Database database, People people, SignIn signIn, Notices notices, Clock clock) {
        return new OutsideSignIn(settings, database, people, signIn, notices, clock);
    }

    @Bean
    FilterRegistrationBean<SignedInFilter> signedIn(ObjectProvider<Sessions> sessions, ObjectProvider<Faults> faults) {
        FilterRegistrationBean<SignedInFilter> filter =
                new FilterRegistrationBean<>(new SignedInFilter(sessions, faults));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return filter;
    }

    @Bean
    FilterRegistrationBean<WaysIn> waysIn(Settings settings, Database database) {
        FilterRegistrationBean<WaysIn> filter = new FilterRegistrationBean<>(new WaysIn(settings, database));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }

    @Bean
    FilterRegistrationBean<CsrfFilter> formCodes(ObjectProvider<Keyring> keys, ObjectProvider<Faults> faults) {
        CsrfFilter filter = new CsrfFilter(new FormCodes(keys));
        filter.setRequireCsrfProtectionMatcher(
                request -> CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !SubscriptionPages.oneClick(request));
        filter.setAccessDeniedHandler(
                (request, response, denied) -> Faults.write(faults.getObject().oldForm(request), response));
        FilterRegistrationBean<CsrfFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 30);
        return registration;
    }
}
