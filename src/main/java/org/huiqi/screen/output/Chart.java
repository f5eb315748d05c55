package org.huiqi.screen.output;

import java.util.List;

/**
 * Bars over rows of a sheet, one bar or one part of a bar for each series.
 *
 * @param stacked whether the series of a row stand one behind the other; else side by side
 * @param sheet that holds the figures
 * @param top row in which the chart begins, from 0
 * @param row first row of the figures, from 0; above it stand the names of the series, in column 0 the labels
 * @param labels of the rows
 */
record Chart(String title, boolean stacked, String sheet, int top, int row, List<String> labels, List<Series> series) {
    private static final int WIDTH = 940;
    private static final int HEAD = 96;
    private static final int BAR = 24;
    /** Pixels of a row. */
    private static final int ROW = 20;

    Chart {
        labels = List.copyOf(labels);
        series = List.copyOf(series);
    }

    /** Figures in one column; {@code colour}: six hexadecimal digits. */
    record Series(String name, String colour, List<Long> figures) {
        Series {
            figures = List.copyOf(figures);
        }
    }

    int width() {
        return WIDTH;
    }

    int height() {
        return HEAD + BAR * labels.size();
    }

    /** The rows it covers. */
    int rows() {
        return height() / ROW + 2;
    }
}
