package org.huiqi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExitCodesTest {
    private static final String STARTUP = "test-cases/samples/new-startup.json";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check " + STARTUP,
                "check --format json " + STARTUP,
                "policies",
                "policies high-tech-enterprise --as-of 2025-12-01",
                "facts --policy high-tech-enterprise",
                "compile",
                "test --policy high-tech-enterprise",
                "test --policy high-tech-enterprise --coverage",
                "--help",
                "check --help",
                "--version",
                ""
            })
    void whatWorksEndsWith0AndSaysNothingOnStderr(String line) {
        Cli run = run(line);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(HuiqiCommand.DONE);
        assertThat(run.out()).isNotBlank();
    }

    @Test
    void aCaseThatDoesNotHoldEndsWith1(@TempDir Path folder) throws IOException {
        write(
                folder,
                "- {name: 恰好一半也算, profile: {manufacturingSalesExclVat: 5, totalSalesExclVat: 10}, expect: {AMV-04: met}}");
        Cli run = run("test --policy advanced-manufacturing-vat --cases " + folder);
        assertThat(run.exit()).isEqualTo(HuiqiCommand.NOT_HELD);
        assertThat(run.out()).contains("✗ advanced-manufacturing-vat/cases.yaml · 恰好一半也算", "用例 1 个: 通过 0, 未通过 1");
    }

    @Test
    void coverageBelow100PercentEndsWith1AndNamesWhatIsMissing(@TempDir Path folder) throws IOException {
        write(
                folder,
                "- {name: 超过一半, profile: {manufacturingSalesExclVat: 51, totalSalesExclVat: 100}, expect: {AMV-04: met}}");
        String line = "test --policy advanced-manufacturing-vat --cases " + folder;
        assertThat(run(line).exit()).isEqualTo(HuiqiCommand.DONE);
        Cli run = run(line + " --coverage");
        assertThat(run.exit()).isEqualTo(HuiqiCommand.NOT_HELD);
        assertThat(run.out()).contains("AMV-04 没有见过: 不满足、未填", "AMV-01a 没有见过: 满足、不满足、未填");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "check                                  | 缺少 PROFILE",
                "check nowhere.json                     | nowhere.json: 没有这个文件",
                "check src                              | src: 这是文件夹",
                "check --as-of 2025-02-30 " + STARTUP + "| --as-of: “2025-02-30”不是日期",
                "check --policy high-tec " + STARTUP + " | 是不是“high-tech-enterprise”?",
                "check --format xml " + STARTUP + "      | --format: 没有“xml”这个选择",
                "check --lang fr " + STARTUP + "         | “fr”不能用",
                "check a.json b.json                    | 不认识“b.json”",
                "chek a.json                            | 是不是“check”?",
                "policies nope                          | 没有“nope”这项政策",
                "facts --policy nope                    | 没有“nope”这项政策",
                "test --cases nowhere                   | 没有“nowhere”这个文件夹"
            })
    void whatCannotBeReadEndsWith2AndSaysTheWayOut(String line, String said) {
        Cli run = run(line);
        assertThat(run.err()).contains(said);
        assertThat(run.exit()).isEqualTo(HuiqiCommand.BAD_INPUT);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void everythingThatIsWrongWithACommandIsSaidAtOnce() {
        Cli run = run("check nowhere.json --as-of tomorrow --policy nope --format xml");
        assertThat(run.err().lines()).hasSize(5).last().asString().isEqualTo("4 个问题,没有执行。");
    }

    @Test
    void theProblemsOfAProfileComeInEnglishOnDemand() {
        Cli run = run("--lang en check nowhere.json --as-of tomorrow");
        assertThat(run.err().lines()).hasSize(3).noneMatch(l -> l.codePoints().anyMatch(Character::isIdeographic));
    }

    @Test
    void anErrorOfTheCommandLineComesInEnglishOnDemand() {
        assertThat(run("check --lang en --nonsense x.json").err()).startsWith("unknown '--nonsense'.");
    }

    @Test
    void aProfileThatIsNotUtf8SaysHowToSaveIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("gbk.yaml");
        Files.writeString(file, "name: 淄博启林", Charset.forName("GBK"));
        Cli run = run("check " + file);
        assertThat(run.exit()).isEqualTo(HuiqiCommand.BAD_INPUT);
        assertThat(run.err()).contains("请另存为 UTF-8 编码");
    }

    @Test
    void aFileThatIsNotJsonSaysWhereItStopsBeingSo(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("torn.json"), "{\n  \"name\": \"淄博启林\n}");
        assertThat(run("check " + file).err()).contains("torn.json:2:").contains("不是有效的JSON");
    }

    @Test
    void aPackThatIsNoneEndsWith3(@TempDir Path folder) {
        Cli run = run("--rules " + folder + " policies");
        assertThat(run.exit()).isEqualTo(HuiqiCommand.BAD_RULES);
        assertThat(run.err()).contains("没有装载").contains("facts.drl");
    }

    @Test
    void aPackWithErrorsEndsWith3AndNamesThemAll(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("facts.drl"),
                "package facts;\ndeclare Enterprise\n  @label(\"企业\")\n  a : Colour @label(\"甲\")\n  b : Shape @label(\"乙\")\nend\n");
        Cli run = run("--rules " + folder + " policies");
        assertThat(run.exit()).isEqualTo(HuiqiCommand.BAD_RULES);
        assertThat(run.err()).contains("facts.drl:4", "facts.drl:5");
    }

    @Test
    void anErrorOfTheProgramItselfEndsWith4() {
        Cli run = Cli.run(
                folder -> {
                    throw new IllegalStateException("a bug");
                },
                "policies");
        assertThat(run.exit()).isEqualTo(HuiqiCommand.BROKEN);
        assertThat(run.err()).contains("程序内部错误", "a bug");
    }

    @Test
    void everyExitCodeIsExplainedInTheHelp() {
        assertThat(run("--help").out()).contains("  0  ", "  1  ", "  2  ", "  3  ", "  4  ");
    }

    @Test
    void theTwoEnginesAgreeOnTheSample() {
        Cli run = run("check --reference test-cases/samples/qilin-relay.yaml --lang en");
        assertThat(run.err()).contains("the reference engine agrees");
        assertThat(run.exit()).isEqualTo(HuiqiCommand.DONE);
    }

    private static Cli run(String line) {
        return Cli.run(line.isBlank() ? new String[0] : line.strip().split(" +"));
    }

    private static void write(Path folder, String cases) throws IOException {
        Path home = Files.createDirectories(folder.resolve("advanced-manufacturing-vat"));
        Files.writeString(home.resolve("cases.yaml"), cases);
    }
}
