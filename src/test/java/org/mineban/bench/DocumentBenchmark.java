package org.mineban.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.mineban.documents.Document;
import org.mineban.documents.DocumentFiles;
import org.mineban.documents.DocumentKind;
import org.mineban.documents.Unshown;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;
import org.mineban.presentation.DutiesDocument;
import org.mineban.presentation.Knowledge;
import org.mineban.presentation.StateDocument;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How quick documents are written; run by {@code bench/run}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 4, time = 5)
public class DocumentBenchmark {

    private static final LocalDate ON = LocalDate.of(2026, 11, 24);

    /** The language of the documents. */
    @Param({"ar", "en", "zh"})
    public String language = "en";

    private final Knowledge knowledge = Knowledge.load(new Messages());
    private final DocumentFiles files = new DocumentFiles(knowledge.messages());

    /** The duties of every State: some 840 rows, 38 to 46 pages with notes. */
    @Benchmark
    public List<Unshown> dutiesOfEveryStateAsPdf() throws IOException {
        return write(DutiesDocument.of(knowledge, Optional.empty(), ON, language()), DocumentKind.PDF);
    }

    /** The same as DOCX. */
    @Benchmark
    public List<Unshown> dutiesOfEveryStateAsDocx() throws IOException {
        return write(DutiesDocument.of(knowledge, Optional.empty(), ON, language()), DocumentKind.DOCX);
    }

    /** One State: 4 or 5 pages. */
    @Benchmark
    public List<Unshown> oneStateAsPdf() throws IOException {
        return write(
                StateDocument.of(knowledge, knowledge.register().getState("UKR"), ON, language()), DocumentKind.PDF);
    }

    private Language language() {
        return Language.find(language).orElseThrow();
    }

    private List<Unshown> write(Document document, DocumentKind kind) throws IOException {
        return files.write(document, kind, OutputStream.nullOutputStream());
    }
}
