package org.mineban.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.mineban.kernel.Language;
import org.mineban.platform.Messages;

/** The texts of {@code --help} for picocli, which looks them up by its own keys: {@code cli.help.KEY} in the message files. */
final class MessageBundle extends ResourceBundle {

    private static final String PREFIX = "cli.help.";

    private final Messages messages;
    private final Language language;

    MessageBundle(Messages messages, Language language) {
        this.messages = messages;
        this.language = language;
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        return messages.find(language, PREFIX + key).orElse(null);
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keys(language).stream()
                .filter(key -> key.startsWith(PREFIX))
                .map(key -> key.substring(PREFIX.length()))
                .toList());
    }
}
