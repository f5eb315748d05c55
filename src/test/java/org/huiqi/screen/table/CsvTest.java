package org.huiqi.screen.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import org.huiqi.problem.InvalidInputException;

/** Rows of separated text as people's programs write them. */
final class CsvTest {
    @Example
    void aCellMayHaveSeveralLines() throws IOException {
        assertThat(read("code,name,city\n1,\"甲\n乙\",丙\n2,\"a, b\nc\",d\n"))
                .containsExactly("code|name|city", "1|甲\n乙|丙", "2|a, b\nc|d");
    }

    @Example
    void aQuotationMarkWithoutItsPairDoesNotSwallowTheRowsThatFollow() {
        assertThatThrownBy(() -> read("code,name,city\n1,甲,乙\n2,\"丙,丁\n3,戊,己\n4,庚,辛\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("list.csv:3");
        assertThatThrownBy(() -> read("code;name;city\n1;\"甲;乙\n2;丙;丁\n3;戊;己\n4;\"庚\";辛\n5;壬;癸\n"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("list.csv:2");
    }

    private static List<String> read(String text) throws IOException {
        Path folder = Files.createTempDirectory("huiqi-csv");
        Path file = Files.writeString(folder.resolve("list.csv"), text);
        List<String> rows = new ArrayList<>();
        try (Rows all = new CsvSheet(file).open()) {
            while (all.hasNext()) {
                rows.add(String.join("|", ((Row.Cells) all.next()).cells()));
            }
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
        return rows;
    }
}
