package org.mineban.operations;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.mineban.geography.Severity;

/**
 * Which checks do not keep a row of an older list from counting, although they forbid to approve a record that is written here: what such lists do not
 * have, such as evidence or depth. {@code operations/register-checks.csv} says which.
 */
final class AtImport {

    private static final String FILE = "operations/register-checks.csv";

    private final Set<String> onlyWarn = new HashSet<>();

    AtImport() {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(AtImport.class.getClassLoader().getResourceAsStream(FILE), FILE),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            rows.forEach(row -> {
                if (row.getField("at_import").equals("only-warns")) {
                    onlyWarn.add(row.getField("id"));
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Finding of(Finding finding) {
        return finding.blocks() && onlyWarn.contains(finding.check())
                ? new Finding(
                        finding.check(),
                        Severity.WARNS,
                        finding.line(),
                        finding.field(),
                        finding.message(),
                        finding.values())
                : finding;
    }
}
