package org.mineban.resolutions.reading;

import java.util.OptionalInt;

/** Roman numerals, as sessions to the thirtieth and sections of long resolutions bear them. */
final class Roman {
    private static final int[] VALUES = {100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] SIGNS = {"C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};

    private Roman() {}

    static OptionalInt value(String numeral) {
        int value = 0;
        String rest = numeral;
        for (int i = 0; i < SIGNS.length; i++) {
            while (rest.startsWith(SIGNS[i])) {
                value += VALUES[i];
                rest = rest.substring(SIGNS[i].length());
            }
        }
        boolean canonical = rest.isEmpty() && value > 0 && write(value).equals(numeral);
        return canonical ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** Reads what recognition made of a numeral: l, 1 and | for I. Only where a numeral must stand. */
    static String repair(String numeral) {
        return numeral.replace('l', 'I')
                .replace('1', 'I')
                .replace('|', 'I')
                .replace('!', 'I')
                .replace('i', 'I')
                .replace('v', 'V')
                .replace('x', 'X');
    }

    static String write(int value) {
        StringBuilder numeral = new StringBuilder();
        int rest = value;
        for (int i = 0; i < SIGNS.length; i++) {
            while (rest >= VALUES[i]) {
                numeral.append(SIGNS[i]);
                rest -= VALUES[i];
            }
        }
        return numeral.toString();
    }
}
