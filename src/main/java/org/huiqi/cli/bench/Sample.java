package org.huiqi.cli.bench;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.huiqi.profile.Dictionary;
import org.huiqi.profile.Profile;
import org.huiqi.profile.ProfileReader;
import org.huiqi.profile.ProfileText;

/** The enterprise that every run assesses: a complete one, shipped with the program. */
final class Sample {
    static final LocalDate AS_OF = LocalDate.of(2025, 12, 8);
    private static final String RESOURCE = "/test-cases/samples/qilin-relay.yaml";

    private Sample() {}

    static byte[] bytes() throws IOException {
        try (InputStream in = Sample.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("the program comes without " + RESOURCE);
            }
            return in.readAllBytes();
        }
    }

    static Profile read(Dictionary dictionary) throws IOException {
        return new ProfileReader(dictionary).read(ProfileText.yaml(bytes()));
    }
}
