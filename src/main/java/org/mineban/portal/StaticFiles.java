package org.mineban.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The few files that pages use, under addresses that carry a fingerprint of their bytes: kept by browsers for a year, and never stale. No other
 * file can be asked for.
 */
@RestController
final class StaticFiles {

    private static final Map<String, MediaType> FILES = Map.of(
            "modern-normalize.css", MediaType.valueOf("text/css;charset=utf-8"),
            "mineban.css", MediaType.valueOf("text/css;charset=utf-8"),
            "drafts.js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "shape.js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "passkeys.js", MediaType.valueOf("text/javascript;charset=utf-8"),
            "mineban.svg", MediaType.valueOf("image/svg+xml"));

    private final Map<String, StaticFile> byAddress = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    private record StaticFile(MediaType type, Resource content) {}

    StaticFiles() {
        FILES.forEach((name, type) -> {
            byte[] bytes = read("static/" + name);
            int dot = name.lastIndexOf('.');
            String address = name.substring(0, dot) + "." + fingerprint(bytes) + name.substring(dot);
            byAddress.put(address, new StaticFile(type, new ByteArrayResource(bytes)));
            addresses.put(name, "/static/" + address);
        });
    }

    /** The address of a file. */
    public String address(String name) {
        return Objects.requireNonNull(addresses.get(name));
    }

    @GetMapping("/static/{address}")
    ResponseEntity<Resource> file(@PathVariable("address") String address) {
        StaticFile file = byAddress.get(address);
        if (file == null) {
            throw Faults.notFound("/static/" + address);
        }
        return ResponseEntity.ok()
                .contentType(file.type())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .body(file.content());
    }

    private static byte[] read(String resource) {
        try (InputStream stream = StaticFiles.class.getClassLoader().getResourceAsStream(resource)) {
            return Objects.requireNonNull(stream, resource).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 4);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
