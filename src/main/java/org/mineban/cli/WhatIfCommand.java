package org.mineban.cli;

import java.time.LocalDate;
import java.util.Map;
import org.mineban.kernel.AskedDay;
import org.mineban.obligations.WhatIf;
import org.mineban.presentation.Json;
import org.mineban.presentation.Narrator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code what-if ISO3 --deposit DAY}: what an accession would bring. */
@Command(name = "what-if")
final class WhatIfCommand implements Runnable {

    private final Session session;

    @Parameters(paramLabel = "ISO3")
    private String state = "";

    @Option(names = "--deposit", paramLabel = "DAY", required = true)
    private String deposit = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private KnownOnOption knownOn = new KnownOnOption();

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text")
    private String format = "text";

    WhatIfCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        knownOn.apply(session);
        language.check();
        Format wanted = Format.of(format, Format.TEXT, Format.JSON);
        LocalDate day = AskedDay.parse(deposit);
        WhatIf whatIf = session.knowledge()
                .obligations()
                .whatIf(session.knowledge().register().getState(state), day);
        Narrator narrator = session.narrator(day);
        session.out().print(wanted == Format.JSON ? Json.write(Json.whatIf(whatIf, narrator)) : text(whatIf, narrator));
    }

    private static String text(WhatIf whatIf, Narrator narrator) {
        StringBuilder text = new StringBuilder();
        text.append(narrator.say(
                        "cli.what-if",
                        Map.of(
                                "state",
                                narrator.state(whatIf.state()),
                                "day",
                                narrator.formats().date(whatIf.deposit()))))
                .append('\n');
        whatIf.byName()
                .forEach((name, day) -> text.append(narrator.say("what-if." + name))
                        .append('\n')
                        .append(TextTree.of(narrator.tell(day), narrator)));
        text.append(narrator.say("what-if.costShare")).append('\n');
        whatIf.costShare()
                .ifPresentOrElse(
                        share -> text.append("  ")
                                .append(narrator.value(share))
                                .append(" · ")
                                .append(narrator.tell(share).sentence())
                                .append('\n'),
                        () -> text.append("  ")
                                .append(narrator.say("what-if.no-rate"))
                                .append('\n'));
        return text.toString();
    }
}
