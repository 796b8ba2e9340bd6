package org.mineban.parties;

import static org.mineban.kernel.Provision.paragraph;

import java.util.List;
import org.mineban.kernel.Day;
import org.mineban.kernel.Doubt;
import org.mineban.kernel.Explained;
import org.mineban.kernel.Provision;
import org.mineban.parties.TreatyAction.Withdrawal;

/** Article 20: duration and withdrawal. */
public final class Article20 {

    static final Provision PARAGRAPH_2 = paragraph(20, 2);
    static final Provision PARAGRAPH_3 = paragraph(20, 3);

    private Article20() {}

    /**
     * Paragraph 3: a withdrawal takes effect six months after the depositary has received the instrument; but if the State is then engaged in
     * an armed conflict, not before the end of the conflict. Of armed conflicts the record says nothing: the doubt is shown with the day.
     */
    public static Explained<Day> withdrawalTakesEffect(Withdrawal withdrawal) {
        Explained<Day> received =
                Explained.stated(Day.of(withdrawal.date()), PartyRule.WITHDRAWAL_NOTIFIED, withdrawal.row());
        Explained<Day> computed = received.under(
                        PARAGRAPH_3,
                        PartyRule.SIX_MONTHS_AFTER_RECEIPT,
                        day -> day.map(received1 -> received1.plusMonths(6)))
                .doubting(List.of(Doubt.of(PartyRule.DOUBT_ARMED_CONFLICT)));
        boolean differs = withdrawal
                .statedEffect()
                .filter(stated -> !computed.value().equals(Day.on(stated)))
                .isPresent();
        return differs
                ? computed.doubting(List.of(Doubt.of(PartyRule.DOUBT_STATED_DAY_DIFFERS, withdrawal.row())))
                : computed;
    }
}
