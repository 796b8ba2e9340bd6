package org.mineban.portal;

import static mineban.tables.Tables.WAY_IN;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.mineban.kernel.ProblemException;
import org.mineban.platform.CheckResult;
import org.mineban.platform.Setting;
import org.mineban.platform.Settings;
import org.mineban.storage.Database;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Notes that requests come through a proxy, or by a name of which the settings do not tell, for the administrator’s doctor to say. What a request says of
 * its host is anybody’s word: nothing of it is kept, and nothing is done by it.
 */
public final class WaysIn extends OncePerRequestFilter {

    /** What may not be set though requests show that it should. */
    private enum Kind {
        OTHER_NAME("way-in-other-name", Setting.PUBLIC_ADDRESS),
        PROXY("way-in-proxy", Setting.TRUSTED_PROXIES);

        private final String word;
        private final Setting setting;

        Kind(String word, Setting setting) {
            this.word = word;
            this.setting = setting;
        }
    }

    private final Settings settings;
    private final Database database;
    private final Set<Kind> noted = ConcurrentHashMap.newKeySet();

    WaysIn(Settings settings, Database database) {
        this.settings = settings;
        this.database = database;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean proxy = request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
        if (proxy && near(request.getRemoteAddr())) {
            note(Kind.PROXY);
        }
        if (!Addresses.isOwnName(request) || (proxy && near(request.getRemoteAddr()))) {
            note(Kind.OTHER_NAME);
        }
        chain.doFilter(request, response);
    }

    /** A proxy stands on the same machine or in the same network; from elsewhere the header is only somebody’s word. */
    private static boolean near(String address) {
        try {
            InetAddress from = InetAddress.getByName(address);
            return from.isLoopbackAddress() || from.isSiteLocalAddress();
        } catch (IOException noAddress) {
            return false;
        }
    }

    private void note(Kind kind) {
        if (settings.find(kind.setting).isPresent() || !noted.add(kind)) {
            return;
        }
        try {
            database.change(transaction -> transaction
                    .sql()
                    .insertInto(WAY_IN)
                    .set(WAY_IN.KIND, kind.word)
                    .set(WAY_IN.SEEN_AT, transaction.now())
                    .onConflict(WAY_IN.KIND)
                    .doUpdate()
                    .set(WAY_IN.SEEN_AT, transaction.now())
                    .execute());
        } catch (ProblemException databaseAway) {
            noted.remove(kind);
        }
    }

    /** What the settings should say and do not; nothing when all is well. */
    public static List<CheckResult> look(Database database, Settings settings) {
        return List.of(Kind.values()).stream()
                .filter(kind -> settings.find(kind.setting).isEmpty())
                .flatMap(kind -> seen(database, kind)
                        .map(at -> CheckResult.advice(
                                kind.word,
                                Map.of(
                                        "day",
                                        at.atZone(ZoneOffset.UTC).toLocalDate().toString(),
                                        "setting",
                                        kind.setting.key())))
                        .stream())
                .toList();
    }

    private static Optional<Instant> seen(Database database, Kind kind) {
        return database.read(sql -> sql.select(WAY_IN.SEEN_AT)
                .from(WAY_IN)
                .where(WAY_IN.KIND.eq(kind.word))
                .fetchOptional(WAY_IN.SEEN_AT));
    }
}
