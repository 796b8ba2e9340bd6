package org.mineban.portal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.mineban.kernel.Day;
import org.mineban.kernel.Language;
import org.mineban.kernel.PartialDate;
import org.mineban.kernel.StateCode;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.Narrator;

/**
 * One reader's look at one page: in which language, as of which day, and as known on which day. Templates know it as {@code v}; it says texts and
 * makes links that keep all three.
 *
 * @param narrator the voice of the reader's language
 * @param knowledge what the answer rests on
 * @param on the day asked about
 * @param today today, in UTC
 * @param dayAsked whether the address names the day, so that links keep it
 * @param knownOn the day of whose knowledge the address asks; empty when it asks for what is known now
 * @param path the page's address without language
 * @param query the other parameters of the address, bounded
 * @param visitor who looks, and what they may do
 */
record Visit(
        Narrator narrator,
        Knowledge knowledge,
        LocalDate on,
        LocalDate today,
        boolean dayAsked,
        Optional<LocalDate> knownOn,
        String path,
        SequencedMap<String, String> query,
        Visitor visitor) {

    /** Pages about people and the system, which are as they are now. */
    private static final List<String> UNDATED = List.of(
            "/account",
            "/sign-in",
            "/sign-out",
            "/link",
            "/people",
            "/organisations",
            "/roles",
            "/access",
            "/audit",
            "/victims",
            "/admin",
            "/register",
            "/unsubscribe");

    /** The parameter that names the day of whose knowledge is asked. */
    static final String KNOWN_ON = "known-on";

    Visit {
        query = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(query));
    }

    /** The code that a form bears. */
    public String formCode() {
        return visitor.formCode().get();
    }

    /** Whether the page shows the record of a day, so that another day can be chosen on it. */
    public boolean dated() {
        return UNDATED.stream().noneMatch(part -> path.equals(part) || path.startsWith(part + "/"))
                && !path.matches("/register/[A-Za-z]{3}/(victims|casualties)(/.*)?")
                && !path.matches("/reports/(board|verify|[A-Z]{3}/(\\d{4}/draft|submissions)).*");
    }

    /** Whether somebody is signed in. */
    public boolean signedIn() {
        return visitor.signedIn().isPresent();
    }

    /** The name of who is signed in; empty when nobody is. */
    public String who() {
        return visitor.signedIn().map(in -> in.person().name()).orElse("");
    }

    /** A moment, to the minute, in UTC. */
    public String moment(java.time.Instant moment) {
        java.time.LocalDateTime utc = java.time.LocalDateTime.ofInstant(moment, java.time.ZoneOffset.UTC);
        return date(utc.toLocalDate()) + " "
                + code(String.format(java.util.Locale.ROOT, "%02d:%02d", utc.getHour(), utc.getMinute()) + " UTC");
    }

    public Language language() {
        return narrator.language();
    }

    public String lang() {
        return language().code();
    }

    public String dir() {
        return language().rightToLeft() ? "rtl" : "ltr";
    }

    /** An arrow onwards, in the direction of reading. */
    public String arrow() {
        return language().rightToLeft() ? "← " : "→ ";
    }

    public String say(String key) {
        return narrator.say(key);
    }

    public String say(String key, Map<String, ?> arguments) {
        return narrator.say(key, arguments);
    }

    public String date(LocalDate day) {
        return narrator.formats().date(day);
    }

    public String date(PartialDate date) {
        return narrator.formats().date(date);
    }

    public String day(Day day) {
        return narrator.day(day);
    }

    public String number(long number) {
        return narrator.formats().number(number);
    }

    /** Some things in a row, as the language joins them. */
    public String list(Collection<String> items) {
        return narrator.formats().list(items);
    }

    public String state(StateCode code) {
        return narrator.state(code);
    }

    /** A code, symbol or number that runs from left to right whatever stands around it. */
    public String code(String text) {
        return narrator.isolated(text);
    }

    /** What a reader typed, so that its direction and its signs leave the sentence around it alone. */
    static String isolated(String text) {
        boolean plain = text.codePoints()
                .mapToObj(Character::getDirectionality)
                .noneMatch(direction -> direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
                        || direction == Character.DIRECTIONALITY_ARABIC_NUMBER);
        return plain ? text : "\u2068" + text + "\u2069";
    }

    /** The day in words. */
    public String onText() {
        return date(on);
    }

    /** The parameter of one name; empty when the address does not have it or it is blank. */
    Optional<String> asked(String name) {
        return Optional.ofNullable(query.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The address of a page, in this language and on this day. */
    public String link(String page) {
        return link(page, Map.of());
    }

    /** The address of a page with parameters, in this language and on this day; the parameters in the order of their names. */
    public String link(String page, Map<String, String> parameters) {
        return address(language(), page, new java.util.TreeMap<>(parameters), days());
    }

    /** The page on another day. */
    public String link(String page, LocalDate day) {
        return address(language(), page, new LinkedHashMap<>(), new Days(Optional.of(day), knownOn));
    }

    /** This page with other parameters; an empty value takes the parameter away. */
    String here(Map<String, String> changes) {
        SequencedMap<String, String> changed = new LinkedHashMap<>(query);
        changed.putAll(changes);
        changed.values().removeIf(String::isEmpty);
        return address(language(), path, changed, days());
    }

    /** This page on another day. */
    public String here(LocalDate day) {
        return address(language(), path, query, new Days(Optional.of(day), knownOn));
    }

    /** This page with no day named: as of today, tomorrow as of tomorrow. */
    public String hereToday() {
        return address(language(), path, query, new Days(Optional.empty(), knownOn));
    }

    /** This page with what is known now. */
    public String hereAsKnownNow() {
        return address(language(), path, query, new Days(days().on(), Optional.empty()));
    }

    /** The page where another day of knowledge is chosen for this one. */
    public String chooseKnown() {
        return link("/known-on", Map.of("page", path));
    }

    /** The day of whose knowledge this is, in words. */
    public String knownOnText() {
        return knownOn.map(this::date).orElse("");
    }

    /** Whether what was known on the day asked for was never kept: it lies before the first record of this program. */
    public boolean knownBeforeRecord() {
        return knownOn.filter(day -> day.isBefore(Knowledge.SHIPPED_AS_OF)).isPresent();
    }

    /** The day of which the record that came with the program is known, in words. */
    public String shippedText() {
        return date(Knowledge.SHIPPED_AS_OF);
    }

    /** Whether the day lies ahead of today. */
    public boolean ahead() {
        return on.isAfter(today);
    }

    /** This page in the six languages, each named in itself. */
    public List<LanguageLink> languages() {
        return Arrays.stream(Language.values())
                .map(language -> new LanguageLink(
                        language.code(),
                        language.rightToLeft() ? "rtl" : "ltr",
                        say("language." + language.code()),
                        address(language, path, query, days()),
                        language == language()))
                .toList();
    }

    /** A link of the language switch. */
    record LanguageLink(String code, String dir, String name, String href, boolean current) {}

    /** The days that an address names. */
    private record Days(Optional<LocalDate> on, Optional<LocalDate> knownOn) {}

    private Days days() {
        return new Days(dayAsked ? Optional.of(on) : Optional.empty(), knownOn);
    }

    private static String address(Language language, String page, Map<String, String> parameters, Days days) {
        StringBuilder address = new StringBuilder("/").append(language.code());
        int hash = page.indexOf('#');
        String place = hash < 0 ? page : page.substring(0, hash);
        if (!place.equals("/")) {
            address.append(place);
        }
        char mark = '?';
        SequencedMap<String, String> all = new LinkedHashMap<>(parameters);
        days.on().ifPresent(day -> all.put("on", day.toString()));
        days.knownOn().ifPresent(day -> all.put(KNOWN_ON, day.toString()));
        for (Map.Entry<String, String> parameter : all.entrySet()) {
            address.append(mark).append(encoded(parameter.getKey())).append('=').append(encoded(parameter.getValue()));
            mark = '&';
        }
        return address.append(hash < 0 ? "" : page.substring(hash)).toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
