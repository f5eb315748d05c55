package org.huiqi.app;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which build of the program is running. */
final class Program {
    private Program() {}

    /** Size and date of its jar, different for every build; empty when it runs from a folder of classes, which may change any time. */
    static Optional<String> jar() {
        try {
            Path home = Path.of(Program.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(home)
                    ? Optional.of(Files.size(home) + "-"
                            + Files.getLastModifiedTime(home).toMillis())
                    : Optional.empty();
        } catch (URISyntaxException | IOException e) {
            return Optional.empty();
        }
    }
}
