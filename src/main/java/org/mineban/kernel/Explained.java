package org.mineban.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value and why it is so. Every date, standing and count that leaves a module is one of these.
 *
 * @param <T> what is explained
 * @param value the value; absence has a type of its own ({@link Day.NotRecorded}, …), never null
 * @param reason the tree of reasons
 */
public record Explained<T>(T value, Reason reason) {

    /** Stated by a row of the record. */
    public static <T> Explained<T> stated(T value, RuleName name, SourceRow row, Doubt... doubts) {
        return new Explained<>(value, new Reason.Stated(name, row, List.of(doubts)));
    }

    /** Given by a provision from other explained values. */
    public static <T> Explained<T> given(T value, RuleName name, Provision provision, Explained<?>... because) {
        return new Explained<>(value, new Reason.Given(name, Optional.of(provision), List.of(because), List.of()));
    }

    /** The value that a provision gives from this one. */
    public <R> Explained<R> under(Provision provision, RuleName name, Function<? super T, ? extends R> rule) {
        return given(rule.apply(value), name, provision, this);
    }

    /** The same value and reason, with doubts added. */
    public Explained<T> doubting(List<Doubt> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<Doubt> all = java.util.stream.Stream.concat(reason.doubts().stream(), more.stream())
                .distinct()
                .toList();
        return new Explained<>(
                value,
                switch (reason) {
                    case Reason.Stated stated -> new Reason.Stated(stated.name(), stated.row(), all);
                    case Reason.Given given ->
                        new Reason.Given(given.name(), given.provision(), given.because(), given.replaced(), all);
                    case Reason.Counted counted -> new Reason.Counted(counted.name(), counted.because(), all);
                    case Reason.Silent silent -> new Reason.Silent(silent.name(), silent.file(), silent.on(), all);
                    case Reason.Supposed supposed -> supposed;
                });
    }

    /** The worst confidence of the rows this value rests on; {@link Confidence#DERIVED} when it rests on none. */
    public Confidence confidence() {
        return switch (reason) {
            case Reason.Stated stated -> stated.row().confidence();
            case Reason.Given given -> worst(given.because());
            case Reason.Counted counted -> worst(counted.because());
            case Reason.Silent silent -> Confidence.DERIVED;
            case Reason.Supposed supposed -> Confidence.DERIVED;
        };
    }

    private static Confidence worst(List<Explained<?>> because) {
        return because.stream()
                .map(Explained::confidence)
                .reduce(Confidence::worse)
                .orElse(Confidence.DERIVED);
    }
}
