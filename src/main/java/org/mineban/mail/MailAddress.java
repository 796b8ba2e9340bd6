package org.mineban.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.IDN;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an e-mail address may be. */
public final class MailAddress {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** What nearly all addresses look like, and what needs no closer look. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_+-]{1,32}(?:\\.[A-Za-z0-9_+-]{1,30})?"
            + "@[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9](?:\\.[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]){1,3}");

    private MailAddress() {}

    /**
     * The address as it is written to a mail server, its domain in small letters and in ASCII; empty when the text is no single address. Letters
     * other than ASCII before the @ are refused, since most servers still do not take them.
     */
    public static Optional<String> find(String text) {
        String stripped = text.strip();
        if (PLAIN.matcher(stripped).matches() && stripped.length() <= LONGEST) {
            int end = stripped.lastIndexOf('@');
            return Optional.of(
                    stripped.substring(0, end) + stripped.substring(end).toLowerCase(java.util.Locale.ROOT));
        }
        int at = stripped.lastIndexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || stripped.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        try {
            String domain = IDN.toASCII(stripped.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
            String address = stripped.substring(0, at) + "@" + domain.toLowerCase(java.util.Locale.ROOT);
            boolean plain = address.chars().allMatch(sign -> sign > ' ' && sign < 0x7f)
                    && address.chars().noneMatch(sign -> "()<>[]:;,\\\"".indexOf(sign) >= 0);
            if (!plain || address.length() > LONGEST || !(domain.contains(".") || domain.equals("localhost"))) {
                return Optional.empty();
            }
            new InternetAddress(address, true).validate();
            return Optional.of(address);
        } catch (AddressException | IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
