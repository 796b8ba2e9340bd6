package org.mineban.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mineban.Facts;
import org.mineban.cli.CommandLineProgram;
import org.mineban.convention.ProvisionText;
import org.mineban.kernel.Language;
import org.mineban.kernel.RuleName;
import org.mineban.kernel.SourceRow;
import org.mineban.obligations.ObligationRule;
import org.mineban.operations.Check;
import org.mineban.operations.Checks;
import org.mineban.operations.Kind;
import org.mineban.parties.PartyRule;
import org.mineban.platform.FactColumn;
import org.mineban.platform.FactTable;
import org.mineban.presentation.Narrator;
import org.mineban.reporting.Dictionary;
import org.mineban.reporting.Editions;
import org.mineban.reporting.Field;
import org.mineban.reporting.FindingWords;
import org.mineban.reporting.ReportWords;
import org.mineban.reporting.Rule;

/** The reference documents are made from the program. {@code mvn test -Dmineban.docs=write} writes them anew. */
@DisplayName("The reference documents")
class ReferenceDocumentsTest {

    private static final String MADE =
            "<!-- Made by ReferenceDocumentsTest from the program; change that, not this. -->\n\n";

    private final Narrator english = Facts.narrator(Language.ENGLISH);

    @Test
    void list_every_provision_with_the_method_that_applies_it() throws IOException {
        StringBuilder text = new StringBuilder(MADE);
        text.append("# The Convention, provision by provision\n\n");
        text.append("In our words, not the treaty’s. What no method applies is marked *not computed*.\n\n");
        text.append("| provision | what it says | applied by |\n| --- | --- | --- |\n");
        for (ProvisionText provision : Facts.KNOWLEDGE.convention().provisions()) {
            text.append("| ")
                    .append(provision.provision().map(english::provision).orElse("Preamble"))
                    .append(" | ")
                    .append(english.say("provision." + provision.id()))
                    .append(" | ")
                    .append(provision
                            .appliedBy()
                            .map(method -> "`" + method + "`")
                            .orElse("*not computed*"))
                    .append(" |\n");
        }
        hold("docs/reference/convention.md", text.toString());
    }

    @Test
    void name_methods_that_exist() {
        Set<String> methods = new TreeSet<>();
        for (String article : List.of(
                "parties.Article17",
                "parties.Article20",
                "obligations.Article4",
                "obligations.Article5",
                "obligations.Article7",
                "obligations.Article9",
                "obligations.Article14")) {
            try {
                Class<?> law = Class.forName("org.mineban." + article);
                Arrays.stream(law.getDeclaredMethods())
                        .forEach(method -> methods.add(law.getSimpleName() + "." + method.getName()));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(e);
            }
        }

        assertThat(Facts.KNOWLEDGE.convention().provisions().stream()
                        .flatMap(provision -> provision.appliedBy().stream()))
                .hasSizeGreaterThanOrEqualTo(10)
                .allSatisfy(method -> assertThat(methods).contains(method));
    }

    @Test
    void list_every_rule_and_doubt() throws IOException {
        StringBuilder text = new StringBuilder(MADE);
        text.append("# Rules, readings and doubts\n\nThe names stand in `rule` of every JSON explanation.\n\n");
        text.append("| name | sentence |\n| --- | --- |\n");
        Stream.<RuleName>concat(Arrays.stream(PartyRule.values()), Arrays.stream(ObligationRule.values()))
                .forEach(rule -> text.append("| `")
                        .append(rule.id())
                        .append("` | ")
                        .append(Facts.KNOWLEDGE
                                .messages()
                                .pattern(Language.ENGLISH, "reason." + rule.id())
                                .replace("|", "\\|"))
                        .append(" |\n"));
        hold("docs/reference/rules.md", text.toString());
    }

    @Test
    void list_every_check_of_the_register() throws IOException {
        StringBuilder text = new StringBuilder(MADE);
        text.append("# The checks of the mine action register\n\n");
        text.append(
                "`blocks`: nothing is approved before it is answered. Each is a method named by its id in `org.mineban.operations.checks`,\n");
        text.append(
                "each has vectors in `src/test/resources/vectors/register-checks.csv` or `ChecksTest`. What could not be checked is said.\n\n");
        text.append("| check | what it asks | severity | looks at | needs | settings | source | what to do |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Check check : new Checks().list()) {
            text.append("| ").append(check.id());
            text.append(" | ").append(english.say(check.titleKey()));
            text.append(" | ").append(check.severity().name().toLowerCase(Locale.ROOT));
            text.append(" | ").append(check.kinds().stream().map(Kind::id).collect(Collectors.joining(", ")));
            text.append(" | ").append(check.needs().stream().map(Check.Need::id).collect(Collectors.joining(", ")));
            text.append(" | ").append(String.join(", ", check.settings()));
            text.append(" | ").append(check.source());
            text.append(" | ").append(english.say(check.nextKey())).append(" |\n");
        }
        hold("docs/reference/checks.md", text.toString());
    }

    @Test
    void list_every_rule_of_reports() throws IOException {
        org.mineban.reporting.Checks checks = org.mineban.reporting.Checks.load(Dictionary.load(), Editions.load());
        FindingWords words = new FindingWords(Facts.KNOWLEDGE.messages(), Language.ENGLISH);
        StringBuilder text = new StringBuilder(MADE);
        text.append(
                "# Rules of Article 7 reports\n\nThe ids stand in `rule` of `report check`. A blocker holds up submission; every other");
        text.append(
                " finding can be answered. Trust: V read in a source, R remembered, P proposed here. A rule marked * finds what goes to");
        text.append(" people of the State first, never to the public by itself.\n\n");
        text.append(
                "| rule | severity | about | what to do | provision | source | trust |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        for (Rule rule : checks.rules()) {
            text.append("| `%s`%s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            rule.id(),
                            rule.peopleOnly() ? "*" : "",
                            rule.blocks() ? "blocker" : rule.severity().key(),
                            words.title(rule),
                            words.next(rule),
                            rule.provision(),
                            rule.source().replace("|", "\\|"),
                            rule.trust()));
        }
        hold("docs/reference/report-rules.md", text.toString());
    }

    @Test
    void list_every_field_of_reports() throws IOException {
        ReportWords words = new ReportWords(Facts.KNOWLEDGE.messages(), Language.ENGLISH);
        StringBuilder text = new StringBuilder(MADE);
        text.append(
                "# Fields of Article 7 reports\n\nThe data dictionary, from `src/main/resources/reporting/dictionary.csv`. Since: the year of the");
        text.append(" forms that brought the field; 0 for what is on no form.\n\n");
        text.append(
                "| field | label | type | unit | words | need | since | trust |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Field field : Dictionary.load().fields()) {
            text.append("| `%s` | %s | %s | %s | %s | %s | %s | %s |\n"
                    .formatted(
                            field.id(),
                            words.field(field),
                            word(field.type()),
                            field.unit() == Field.Unit.NONE ? "" : word(field.unit()),
                            String.join(", ", field.codes()),
                            word(field.need()),
                            field.since(),
                            field.trust()));
        }
        hold("docs/reference/report-fields.md", text.toString());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }

    @Test
    void list_every_command() throws IOException {
        StringBuilder text = new StringBuilder(MADE);
        text.append(
                "# Commands\n\nData goes to standard output, talk to standard error. Exit codes: 0 done, 1 findings at or above the asked");
        text.append(" level, 2 wrong usage, 3 cannot be done, 4 our fault.\n");
        for (String command : List.of(
                "",
                "serve",
                "count",
                "status",
                "deadlines",
                "what-if",
                "why",
                "search",
                "resolution",
                "resolution read",
                "report",
                "report check",
                "report diff",
                "document",
                "document state",
                "document duties",
                "document what-if",
                "translation",
                "translation status",
                "translation export",
                "translation import",
                "translation apply",
                "register",
                "register check",
                "jobs",
                "jobs list",
                "jobs run",
                "jobs history",
                "audit",
                "audit verify",
                "audit list",
                "audit export",
                "audit head",
                "backup",
                "restore",
                "doctor")) {
            text.append("\n## mineban ")
                    .append(command)
                    .append("\n\n```\n")
                    .append(help(command))
                    .append("```\n");
        }
        hold("docs/reference/commands.md", text.toString());
    }

    @Test
    void are_a_glossary_in_six_languages() throws IOException {
        FactTable terms = FactTable.resource(
                "glossary/terms.csv",
                FactColumn.of("term", FactColumn.Kind.TEXT),
                FactColumn.oneOf("language", "ar", "en", "es", "fr", "ru", "zh"),
                FactColumn.of("text", FactColumn.Kind.TEXT),
                FactColumn.text("definition_source"),
                FactColumn.of("confidence", FactColumn.Kind.CONFIDENCE),
                FactColumn.text("note"));
        Map<String, Map<String, SourceRow>> byTerm = terms.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("term"),
                        LinkedHashMap::new,
                        Collectors.toMap(row -> row.get("language"), row -> row)));
        StringBuilder text = new StringBuilder(MADE);
        text.append(
                "# Glossary\n\nThe terms of the field in six languages, from `src/main/resources/glossary/terms.csv`, which names the source of");
        text.append(" each. A term marked ° is remembered only and waits for a reviewer.\n\n");
        text.append(
                "| English | meaning | العربية | Español | Français | Русский | 中文 |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        byTerm.forEach((term, languages) -> {
            assertThat(languages).as(term).hasSize(6);
            text.append("| ").append(cell(languages.get("en"))).append(" | ");
            text.append(languages.get("en").note()).append(" |");
            for (String language : List.of("ar", "es", "fr", "ru", "zh")) {
                text.append(' ').append(cell(languages.get(language))).append(" |");
            }
            text.append('\n');
        });
        hold("GLOSSARY.md", text.toString());
    }

    private static String cell(SourceRow row) {
        return row.get("text") + (row.confidence().needsMark() ? "°" : "");
    }

    private static String help(String command) {
        StringWriter out = new StringWriter();
        String line = (command + " --lang en --help").strip();
        new CommandLineProgram(Clock.systemUTC(), new PrintWriter(out), new PrintWriter(out)).run(line.split(" ", -1));
        return out.toString();
    }

    private static void hold(String file, String text) throws IOException {
        Path path = Path.of(file);
        if ("write".equals(System.getProperty("mineban.docs"))) {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, text);
        }
        assertThat(Files.exists(path) ? Files.readString(path) : "")
                .as(file + " is out of date: run mvn test -Dmineban.docs=write -Dtest=ReferenceDocumentsTest")
                .isEqualTo(text);
    }
}
