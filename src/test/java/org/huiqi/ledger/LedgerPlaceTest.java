package org.huiqi.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.huiqi.ledger.account.Password;
import org.huiqi.problem.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LedgerPlaceTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutVariablesItIsAFileInTheUsersDataFolder() {
        assertThat(file(Map.of())).endsWith("/.local/share/huiqi/ledger.db");
        assertThat(file(Map.of("XDG_DATA_HOME", "/x"))).isEqualTo("/x/huiqi/ledger.db");
        assertThat(file(Map.of("HUIQI_DATA", "/srv/huiqi"))).isEqualTo("/srv/huiqi/ledger.db");
    }

    private static String file(Map<String, String> environment) {
        return LedgerPlace.of(environment).file().toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/huiqi?user=x&password=secret",
                "jdbc:postgresql://huiqi:secret@db/huiqi",
                "jdbc:mysql://db/secret",
                "/some/secret"
            })
    void anAddressWithAPasswordOrOfAnotherDatabaseIsRefusedWithoutShowingIt(String url) {
        assertThatThrownBy(() -> LedgerPlace.of(Map.of("HUIQI_LEDGER", url)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("HUIQI_LEDGER")
                .hasMessageNotContaining("secret");
    }

    @Test
    void lookingWhetherThereIsALedgerMakesNone() {
        LedgerPlace place = new LedgerPlace(folder.resolve("none"), Optional.empty(), "", "");
        try (LedgerDoor door = LedgerDoor.to(place, Clock.systemUTC())) {
            assertThat(door.find()).isEmpty();
            assertThat(folder.resolve("none")).doesNotExist();
            Ledger.open(place, Clock.systemUTC()).close();
            assertThat(door.find()).isPresent();
        }
    }

    @Test
    void aFileThatIsNoLedgerIsRefusedByName() throws IOException {
        Files.writeString(
                folder.resolve("ledger.db"), "no database at all, only some text that is long enough".repeat(50));
        LedgerPlace place = new LedgerPlace(folder, Optional.empty(), "", "");
        assertThatThrownBy(() -> Ledger.open(place, Clock.systemUTC()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("ledger.db");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsRefusedWithoutThePassword() {
        LedgerPlace place = new LedgerPlace(
                folder, Optional.of("jdbc:postgresql://127.0.0.1:1/none?connectTimeout=1"), "huiqi", "geheim");
        assertThat(place.toString()).doesNotContain("geheim").isEqualTo("jdbc:postgresql://127.0.0.1:1/none");
        assertThatThrownBy(() -> Ledger.open(place, Clock.systemUTC()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/none")
                .hasMessageNotContaining("geheim");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"short", "aaaaaaaaaaaa", "ababababababab", "chen-chen-chen", "\uff23\uff28\uff25\uff2e-12345678"
            })
    void aPasswordThatIsGuessedAtOnceIsRefused(String password) {
        assertThatThrownBy(() -> Password.chosen(password, "chen"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageNotContaining(password);
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(Password.typed("geheim").toString()).isEqualTo("***");
    }
}
