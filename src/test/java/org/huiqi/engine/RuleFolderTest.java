package org.huiqi.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huiqi.assess.RuleBook;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Problem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack on disk: what its folder holds and nothing else, in UTF-8, of a size that rules have. */
final class RuleFolderTest {
    @TempDir
    private Path parent;

    private Path pack;

    @BeforeEach
    void write() throws IOException {
        pack = parent.resolve("pack");
        write(new TinyPack().rule("T-1", "Enterprise( sales > 5 )").files());
    }

    private void write(Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(file.getKey(), file.getValue().getBytes(UTF_8));
        }
    }

    private void write(String path, byte[] content) throws IOException {
        Files.createDirectories(pack.resolve(path).getParent());
        Files.write(pack.resolve(path), content);
    }

    private List<Problem> problems() {
        InvalidInputException refused = catchThrowableOfType(InvalidInputException.class, () -> RuleFiles.in(pack));
        assertThat(refused).isNotNull();
        assertThat(refused.problems())
                .allSatisfy(p -> assertThat(p.remedy().en()).isNotBlank());
        return refused.problems();
    }

    private void refused(String place, String what) {
        assertThat(problems()).anySatisfy(p -> {
            assertThat(p.place()).isEqualTo(place);
            assertThat(p.message().en()).contains(what);
        });
    }

    @Test
    void aPackOnDiskIsTheOneInMemory() {
        RuleFiles expected = RuleFiles.of(
                new TinyPack().rule("T-1", "Enterprise( sales > 5 )").files());
        assertThat(RuleFiles.in(pack)).isEqualTo(expected);
    }

    @Test
    void aLinkToAFileOutsideIsRefused() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret.csv"), "name,value\nx,1\n");
        Files.createDirectories(pack.resolve("policies/tiny/tables"));
        Files.createSymbolicLink(pack.resolve("policies/tiny/tables/t.csv"), secret);
        refused("rules/policies/tiny/tables/t.csv:1", "a symbolic link");
    }

    @Test
    void aLinkToAFolderOutsideIsRefusedAndNotFollowed() throws IOException {
        Path outside = Files.createDirectory(parent.resolve("outside"));
        Files.writeString(outside.resolve("policy.yaml"), "id: x");
        Files.createSymbolicLink(pack.resolve("policies/linked"), outside);
        refused("rules/policies/linked:1", "a symbolic link");
    }

    @Test
    void aLinkInACircleEnds() throws IOException {
        Files.createSymbolicLink(pack.resolve("policies/again"), pack);
        refused("rules/policies/again:1", "a symbolic link");
    }

    @Test
    void thePackItselfMayBeReachedThroughALink() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), pack);
        assertThat(RuleFiles.in(link)).isEqualTo(RuleFiles.in(pack));
    }

    @Test
    void aFileInAnotherEncodingIsRefusedAtItsLine() throws IOException {
        write("policies/tiny/policy.yaml", "id: tiny\nname: {zh: 小政策}\n".getBytes(Charset.forName("GBK")));
        refused("rules/policies/tiny/policy.yaml:2", "not UTF-8");
    }

    @Test
    void allUnreadableFilesAreNamedAtOnce() throws IOException {
        write("policies/tiny/policy.yaml", new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0});
        write("policies/tiny/criteria.drl", new byte[] {'a', (byte) 0xc3});
        assertThat(problems()).hasSize(2);
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsChangeNothing() throws IOException {
        RuleFiles before = RuleFiles.in(pack);
        for (Map.Entry<String, String> file : before.texts().entrySet()) {
            write(file.getKey(), ("\uFEFF" + file.getValue().replace("\n", "\r\n")).getBytes(UTF_8));
        }
        assertThat(RuleFiles.in(pack)).isEqualTo(before);
        assertThat(RuleBook.load(RuleFiles.in(pack), RuleBook.NO_CACHE).policies())
                .hasSize(1);
    }

    @Test
    void aFileLargerThanAnyRuleIsRefused() throws IOException {
        write("policies/tiny/criteria.drl", new byte[2_000_001]);
        refused("rules/policies/tiny/criteria.drl:1", "too large");
    }

    @Test
    void aFolderWithThousandsOfFilesIsNotRead() throws IOException {
        for (int i = 0; i < 5_001; i++) {
            write("policies/p" + i + "/policy.yaml", new byte[0]);
        }
        refused(pack.getFileName() + ":1", "more than 5000 files");
    }

    @Test
    void whatEditorsAndGitLeaveBesideTheRulesIsNotRead() throws IOException {
        RuleFiles before = RuleFiles.in(pack);
        write(".git/config", "x".getBytes(UTF_8));
        write("policies/tiny/.criteria.drl.swp", new byte[] {(byte) 0xff});
        write("policies/tiny/criteria.drl~", "x".getBytes(UTF_8));
        write("README.md", "x".getBytes(UTF_8));
        assertThat(RuleFiles.in(pack)).isEqualTo(before);
    }

    @Test
    void aFolderThatIsNoPackIsRefused() throws IOException {
        Files.delete(pack.resolve("facts.drl"));
        refused(pack.getFileName() + ":1", "not a rule pack");
    }

    @Test
    void aFolderThatIsNotThereIsRefused() {
        pack = parent.resolve("nowhere");
        refused(pack.getFileName() + ":1", "cannot be read");
    }

    @Test
    void aFileInsteadOfAFolderIsRefused() {
        pack = pack.resolve("facts.drl");
        refused(pack.getFileName() + ":1", "not a rule pack");
    }
}
