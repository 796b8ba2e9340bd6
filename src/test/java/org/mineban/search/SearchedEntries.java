package org.mineban.search;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.mineban.kernel.Confidence;
import org.mineban.kernel.Language;
import org.mineban.kernel.StateCode;

/** Entries written for tests; their addresses say what they are for. A text is title, stroke, body. */
final class SearchedEntries {

    private SearchedEntries() {}

    static List<Entry> all() {
        return List.of(
                entry(
                        "claymore",
                        EntryKind.TERM,
                        "",
                        0,
                        Map.of(
                                "en",
                                "Directional mines|"
                                        + "Some devices throw their fragments to one side. ".repeat(6)
                                        + "A Claymore-type device that a person sets off by command is outside the definition; "
                                        + "its use with a tripwire is not. "
                                        + "Keep records of both. ".repeat(6))),
                entry(
                        "fr-single",
                        EntryKind.TERM,
                        "",
                        0,
                        Map.of("fr", "Mine antipersonnel|L’emploi d’une mine antipersonnel est interdit.")),
                entry(
                        "hyphen",
                        EntryKind.TERM,
                        "",
                        0,
                        Map.of("en", "Ban|All anti-personnel mines are banned without exception.")),
                entry(
                        "es",
                        EntryKind.TERM,
                        "",
                        0,
                        Map.of("es", "Mina antipersonal|El desminado y la destrucción de las minas.")),
                entry("ru", EntryKind.TERM, "", 0, Map.of("ru", "Мина|Территория загрязнена минами.")),
                entry("zh", EntryKind.TERM, "", 0, Map.of("zh", "公约|禁止使用杀伤人员地雷。")),
                entry("ar", EntryKind.TERM, "", 0, Map.of("ar", "اتفاقية|حظر استعمال الألغام المضادة للأفراد")),
                entry(
                        "symbol",
                        EntryKind.RESOLUTION,
                        "",
                        2012,
                        Map.of("en", "A/RES/67/32|Adopted a day before the 12MSP opened.")),
                entry(
                        "stockpile",
                        EntryKind.PROVISION,
                        "",
                        0,
                        Map.of("en", "Article 4|The destruction of every stockpile within four years.")),
                entry(
                        "together",
                        EntryKind.PROVISION,
                        "",
                        0,
                        Map.of("en", "Article 6|States use their means for victim assistance.")),
                entry(
                        "apart",
                        EntryKind.PROVISION,
                        "",
                        0,
                        Map.of("en", "Article 6, again|Give assistance to each victim.")),
                entry(
                        "ukraine",
                        EntryKind.STATE,
                        "UKR",
                        0,
                        Map.of("en", "Ukraine|", "fr", "Ukraine|", "ru", "Украина|", "zh", "乌克兰|", "ar", "أوكرانيا|")),
                entry(
                        "ukraine-action",
                        EntryKind.TREATY_ACTION,
                        "UKR",
                        2005,
                        Map.of("en", "Ukraine: ratification|Ukraine, Ukraine and again Ukraine ratified.")),
                entry("niger", EntryKind.STATE, "NER", 0, Map.of("en", "Niger|")),
                entry(
                        "nigeria",
                        EntryKind.STATE,
                        "NGA",
                        0,
                        Map.of("en", "Nigeria|Niger delta, Niger river, Niger State")),
                entry("ivoire", EntryKind.STATE, "CIV", 0, Map.of("en", "Côte d’Ivoire|")));
    }

    static Entry entry(String address, EntryKind kind, String state, int year, Map<String, String> texts) {
        Map<Language, Entry.Text> byLanguage = new HashMap<>();
        texts.forEach((language, text) -> {
            String[] parts = text.split("\\|", 2);
            byLanguage.put(Language.find(language).orElseThrow(), new Entry.Text(parts[0], parts[1]));
        });
        return new Entry(
                kind,
                Optional.of(state).filter(code -> !code.isEmpty()).map(StateCode::new),
                year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
                address,
                Confidence.VERIFIED1,
                Arrays.stream(state.split(" "))
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toCollection(java.util.HashSet::new)),
                byLanguage);
    }
}
