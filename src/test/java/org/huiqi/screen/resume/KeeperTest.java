package org.huiqi.screen.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huiqi.assess.RealRules;
import org.huiqi.cli.bench.FirmList;
import org.huiqi.problem.InvalidInputException;
import org.huiqi.problem.Lang;
import org.huiqi.screen.Options;
import org.huiqi.screen.Progress;
import org.huiqi.screen.Screening;
import org.huiqi.screen.firm.Intake;
import org.huiqi.screen.judge.Judge;
import org.huiqi.screen.output.Outputs;
import org.huiqi.screen.result.Output;
import org.huiqi.screen.result.Tally;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Screenings that stop dead, and the same ones again. */
final class KeeperTest {
    private static final String WORK = "these rules, this list";
    private static final int ROWS = 3_200;
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 12);

    @TempDir
    private static Path lists = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private static Path list;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void write() throws IOException {
        list = lists.resolve("firms.csv");
        FirmList.write(RealRules.book(), list, ROWS - 1, 40);
        // stands twice, once on either side of any interruption
        String second = Files.readAllLines(list).get(1);
        Files.writeString(list, second + "\r\n", StandardOpenOption.APPEND);
    }

    private static final class Dead extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Screens in folder {@code at}; the files as they are once {@code most} rows are done are in {@code killed}, as a kill would leave them. */
    private static long screen(Path at, String name, String work, long most, Path killed) throws IOException {
        try (Intake intake = Intake.open(RealRules.book(), list, Map.of());
                Keeper keeper = Keeper.open(at.resolve(name), work, Duration.ZERO)) {
            Judge judge = Screening.judge(RealRules.book(), AS_OF, intake, Set.of());
            Screening screening = new Screening("firms.csv", judge, intake, new Options(2, 0, true, Lang.ZH));
            Bookmark from = keeper.find(screening::tally);
            long before = from.tally().read();
            try (Output output = Outputs.open(at.resolve(name), judge, Lang.ZH, from.written())) {
                screening.run(output, dying(at, most, killed), keeper, from);
            } catch (Dead dead) {
                assertThat(killed).exists();
            }
            return before;
        }
    }

    private static long screen(Path at, String name) throws IOException {
        return screen(at, name, WORK, Long.MAX_VALUE, at);
    }

    private static Progress dying(Path at, long most, Path killed) {
        return (read, rejected, share) -> {
            if (read > most) {
                copy(at, killed);
                throw new Dead();
            }
        };
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.csv", "r.ndjson", "r.xlsx"})
    void aScreeningThatIsKilledTwiceEndsWithTheSameBytes(String name) throws IOException {
        Path whole = place("whole");
        screen(whole, name);
        Path once = folder.resolve("once");
        assertThat(screen(place("cut"), name, WORK, 700, once)).isZero();
        Path twice = folder.resolve("twice");
        assertThat(screen(once, name, WORK, 1_700, twice)).isEqualTo(1_000);
        assertThat(screen(twice, name)).isEqualTo(2_000);
        assertThat(names(twice)).isEqualTo(names(whole)).contains(name);
        for (String file : names(whole)) {
            assertThat(twice.resolve(file)).hasSameBinaryContentAs(whole.resolve(file));
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"r.csv", "r.xlsx"})
    void whatAPowerCutLeavesBehindTheBookmarkDoesNotCount(String name) throws IOException {
        Path whole = place("whole");
        screen(whole, name);
        Path killed = folder.resolve("killed");
        screen(place("cut"), name, WORK, 1_200, killed);
        List<Path> written;
        try (Stream<Path> all = Files.walk(killed)) {
            written = all.filter(f -> f.toString().matches(".*(\\.part|\\.log|codes)"))
                    .toList();
        }
        assertThat(written).hasSizeGreaterThan(1);
        for (Path file : written) {
            Files.write(file, new byte[5_000], StandardOpenOption.APPEND);
        }
        assertThat(screen(killed, name)).isEqualTo(1_500);
        assertThat(killed.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }

    @Test
    void otherWorkBeginsAnew() throws IOException {
        Path killed = folder.resolve("killed");
        screen(place("cut"), "r.csv", "other rules", 1_200, killed);
        assertThat(screen(killed, "r.csv")).isZero();
    }

    @Test
    void aBookmarkWhoseFilesAreShorterIsNotBelieved() throws IOException {
        Path killed = folder.resolve("killed");
        screen(place("cut"), "r.csv", WORK, 1_200, killed);
        Files.write(killed.resolve("r.csv.part"), new byte[10]);
        assertThat(screen(killed, "r.csv")).isZero();
    }

    @Test
    void nobodyElseWritesTheSameResult() throws IOException {
        Path out = folder.resolve("r.csv");
        try (Keeper keeper = Keeper.open(out, WORK, Duration.ZERO)) {
            // while it goes through all its files
            keeper.duplicates(Bookmark.start(new Tally(List.of(), 0))).close();
            assertThatThrownBy(() -> Keeper.open(out, WORK, Duration.ZERO))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("another process");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
