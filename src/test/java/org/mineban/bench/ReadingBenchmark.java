package org.mineban.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.mineban.resolutions.Resolution;
import org.mineban.resolutions.ResolutionTexts;
import org.mineban.resolutions.UnreadableResolutionException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How quick the text of one resolution is read; run by {@code bench/run}. The texts are those of the tests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadingBenchmark {

    @Param({"1946-english-first-session.txt", "2004-french-page-breaks.txt", "1996-english-omnibus.txt"})
    public String name = "";

    private final ResolutionTexts reader = new ResolutionTexts();
    private String text = "";

    @Setup
    public void load() {
        try (InputStream stream = Objects.requireNonNull(
                ReadingBenchmark.class.getClassLoader().getResourceAsStream("resolutions/" + name))) {
            text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public Resolution readOneText() throws UnreadableResolutionException {
        return reader.read(text);
    }
}
