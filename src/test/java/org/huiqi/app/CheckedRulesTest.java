package org.huiqi.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.util.Arrays;
import org.huiqi.assess.RealRules;
import org.huiqi.assess.RuleBook;
import org.huiqi.engine.ParsedRules;
import org.junit.jupiter.api.Test;

class CheckedRulesTest {
    private final RuleBook book = RealRules.book();

    @Test
    void rulesComeBackAsTheyWere() throws IOException {
        ParsedRules back = CheckedRules.read(new ByteArrayInputStream(bytes(book.rules())));
        assertThat(back).isEqualTo(book.rules());
        assertThat(CompiledRulesFolder.name(back)).isEqualTo(CompiledRulesFolder.name(book.rules()));
    }

    @Test
    void aTornFileIsAnIoException() throws IOException {
        byte[] whole = bytes(book.rules());
        byte[] torn = Arrays.copyOf(whole, whole.length / 2);
        assertThatIOException().isThrownBy(() -> CheckedRules.read(new ByteArrayInputStream(torn)));
    }

    @Test
    void anObjectThatIsNotOursIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(URI.create("http://localhost/").toURL());
        }
        assertThatIOException()
                .isThrownBy(() -> CheckedRules.read(new ByteArrayInputStream(out.toByteArray())))
                .withMessageContaining("REJECTED");
    }

    private static byte[] bytes(ParsedRules rules) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckedRules.write(rules, out);
        return out.toByteArray();
    }
}
