package org.mineban.portal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The real browser of the tests. Where there is none, the test that asks for it is skipped and says so. */
record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    static Chromium start() {
        assumeTrue(Files.isExecutable(PROGRAM), "Left out: there is no " + PROGRAM + " on this machine.");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Chromium(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(PROGRAM)
                                .setArgs(List.of("--no-sandbox", "--disable-gpu"))));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
