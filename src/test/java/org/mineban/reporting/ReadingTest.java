package org.mineban.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mineban.kernel.Figure;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

@DisplayName("What people write in a field")
class ReadingTest {

    private static final Field COUNT =
            Xaa.DICTIONARY.find(FieldPath.of("b.total")).orElseThrow();
    private static final Field AREA =
            Xaa.DICTIONARY.find(FieldPath.of("c.row[1].areaM2")).orElseThrow();
    private static final Field DATE =
            Xaa.DICTIONARY.find(FieldPath.of("env.periodTo")).orElseThrow();

    private static String read(Field field, String written, String language) {
        Entry entry = FieldReader.read(field, written, Language.find(language).orElseThrow(), false);
        return switch (entry.value()) {
            case Value.Quantity(Figure.Amount amount) -> amount.value().toPlainString();
            case Value.Quantity(Figure figure) -> figure.key();
            case Value.Date(var date) -> date.toString();
            case Value.Unread(String why, List<String> readings) -> why + " " + String.join(" | ", readings);
            default -> entry.value().toString();
        };
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "1234; en; 1234",
                "66 131 289; en; 66131289",
                "1\u202f234; fr; 1234",
                "1,234; en; 1234",
                "1.234; es; 1234",
                "1,234; fr; ambiguous-number 1234 | 1.234",
                "1.234; en; ambiguous-number 1234 | 1.234",
                "1.234; ru; ambiguous-number 1234 | 1.234",
                "1,234,567; fr; 1234567",
                "1.234.567; en; 1234567",
                "228,9 11; en; ambiguous-number 228911 | 228.911",
                "٣٤٥٦; ar; 3456",
                "٣٬٤٥٦; ar; 3456",
                "۱۲; ar; 12",
                "２０; zh; 20",
                "2O16; en; letter-in-number 2016",
                "1l0; en; letter-in-number 110",
                "about 48,000; en; 48000",
                "约500; zh; 500",
                "plus de 300; fr; 300",
                "N/A; en; nil-word ",
                "néant; fr; nil-word ",
                "-; en; nil-word ",
                "нет; ru; nil-word ",
                "لا يوجد; ar; nil-word ",
                "无; zh; nil-word ",
                "unknown; en; unknown",
                "inconnu; fr; unknown",
                "not measured; en; not-measured",
                "withheld; en; withheld",
                "many; en; not-a-number ",
                "-5; en; -5",
                "0; en; 0"
            })
    void is_a_number_read_by_the_language_or_asked_about(String written, String language, String expected) {
        assertThat(read(COUNT, written, language))
                .isEqualTo(expected.equals("nil-word") || expected.equals("not-a-number") ? expected + " " : expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "66 131 289m2; 66131289",
                "28.97 km2; 28970000",
                "28,97 км²; 28970000",
                "12.5 ha; 125000",
                "3 dunums; 3000",
                "5 平方公里; 5000000",
                "٢٫٥ كم²; 2500000",
                "nearly 75 km2; 75000000",
                "1.234 km2; ambiguous-number 1234000000 | 1234000",
                "950000; no-unit 950000"
            })
    void is_an_area_in_square_metres_with_its_unit(String written, String expected) {
        assertThat(read(AREA, written, "en")).isEqualTo(expected);
        assertThat(FieldReader.read(AREA, written, Language.ENGLISH, false).written())
                .isEqualTo(written);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "2020-04-03; 2020-04-03",
                "30/04/2020; 2020-04-30",
                "04/04/2020; 2020-04-04",
                "03.04.2020; 2020-04-03",
                "03/04/2020; ambiguous-date 2020-04-03 | 2020-03-04",
                "04/30/2020; not-a-date 2020-04-30",
                "30 April 2015; 2015-04-30",
                "April 30, 2015; 2015-04-30",
                "Aout 2002; 2002-08",
                "août 2002; 2002-08",
                "30 апреля 2015; 2015-04-30",
                "30 de abril de 2015; 2015-04-30",
                "2015年4月30日; 2015-04-30",
                "31 December 2O16; letter-in-number 2016-12-31",
                "31/02/2020; not-a-date "
            })
    void is_a_date_or_asked_about(String written, String expected) {
        assertThat(read(DATE, written, "en")).isEqualTo(expected.equals("not-a-date") ? "not-a-date " : expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"N/A", "néant", "-"})
    void leaves_nothing_lost_when_it_cannot_be_read(String written) {
        assertThat(FieldReader.read(COUNT, written, Language.FRENCH, true).written())
                .isEqualTo(written);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_met_with_three_definitive_sentences_in_the_language_of_the_report(Language language) {
        NilSentences sentences = new NilSentences(new Messages(), language);

        for (Subject subject : Subject.values()) {
            assertThat(sentences.of(
                            subject,
                            "XAA",
                            LocalDate.of(2012, 1, 1),
                            LocalDate.of(2012, 12, 31),
                            Xaa.facts(),
                            OptionalInt.of(2011)))
                    .hasSizeGreaterThanOrEqualTo(3)
                    .doesNotHaveDuplicates()
                    .allSatisfy(
                            sentence -> assertThat(sentence).doesNotContain("{").hasSizeGreaterThan(10));
        }
    }

    @Test
    void is_met_with_what_the_record_says_when_it_says_something() {
        StateFacts facts = new StateFacts(
                true,
                "XAA",
                Optional.of(true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                StateFacts.Duty.DONE,
                org.mineban.kernel.PartialDate.find("2003-04-24"),
                Optional.empty(),
                StateFacts.Duty.OPEN,
                Optional.empty(),
                false,
                Optional.empty());

        assertThat(new NilSentences(new Messages(), Language.ENGLISH)
                        .of(
                                Subject.STOCKPILES,
                                "XAA",
                                LocalDate.of(2012, 1, 1),
                                LocalDate.of(2012, 12, 31),
                                facts,
                                OptionalInt.empty()))
                .first()
                .isEqualTo(
                        "XAA completed the destruction of its stockpiled anti-personnel mines (24 April 2003) and has none since.");
    }
}
