package org.huiqi.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.huiqi.assess.CheckedPack;
import org.huiqi.assess.RealRules;
import org.huiqi.engine.Atom;
import org.huiqi.engine.Form;
import org.huiqi.engine.direct.RuleCompiler;
import org.junit.jupiter.api.Test;

class CheckedRulesTest {
    private final CheckedPack pack = RealRules.book().checked();

    @Test
    void rulesAndPoliciesComeBackAsTheyWere() throws IOException {
        CheckedPack back = read(bytes(pack));
        assertThat(back).isEqualTo(pack);
        assertThat(RuleCompiler.fingerprint(back.rules())).isEqualTo(pack.fingerprint());
    }

    /** What files say in an order keeps it: equal maps need not. */
    @Test
    void documentsAndStagesComeBackInTheirOrder() throws IOException {
        assertThat(read(bytes(pack)).policies())
                .extracting(
                        p -> List.copyOf(p.documents().keySet()),
                        p -> List.copyOf(p.stages().keySet()))
                .isEqualTo(pack.policies().stream()
                        .map(p -> tuple(
                                List.copyOf(p.documents().keySet()),
                                List.copyOf(p.stages().keySet())))
                        .toList());
    }

    @Test
    void anAtomOfSeveralCriteriaStaysOne() throws IOException {
        CheckedPack back = read(bytes(pack));
        Atom first = back.rules().atomsOf("Enterprise").get(0);
        assertThat(back.rules().criteria())
                .anyMatch(c -> c.form() instanceof Form.OnFact test
                        && test.atoms().stream().anyMatch(a -> a == first));
    }

    @Test
    void aTornFileIsAnIoException() throws IOException {
        byte[] whole = bytes(pack);
        for (int length : new int[] {0, 1, 100, whole.length / 2, whole.length - 1}) {
            assertThatIOException().isThrownBy(() -> read(Arrays.copyOf(whole, length)));
        }
    }

    @Test
    void anObjectThatIsNotOursIsRefused() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> read(named("java.net.URL")))
                .withMessageContaining("java.net.URL is not ours");
    }

    @Test
    void whatIsNoRecordIsRefused() throws IOException {
        assertThatIOException()
                .isThrownBy(() -> read(named(Main.class.getName())))
                .withMessageContaining("is no record");
    }

    /** The pack, said to be of another type. */
    private byte[] named(String type) throws IOException {
        String whole = new String(bytes(pack), ISO_8859_1);
        String own = CheckedPack.class.getName();
        return whole.replace((char) own.length() + own, (char) type.length() + type)
                .getBytes(ISO_8859_1);
    }

    private static CheckedPack read(byte[] bytes) throws IOException {
        return CheckedRules.read(new ByteArrayInputStream(bytes));
    }

    private static byte[] bytes(CheckedPack pack) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CheckedRules.write(pack, out);
        return out.toByteArray();
    }
}
