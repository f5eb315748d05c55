package org.huiqi.screen.parquet;

import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.jspecify.annotations.Nullable;

/** The values of a column, row after row. Not thread-safe. */
interface Values {
    int rows();

    /** In bytes, roughly. */
    long size();

    void skip();

    void add(Word word);

    boolean present(int row);

    /** What stands in some rows, without their gaps; {@code range} is told of each. */
    BytesInput page(int from, int to, Range range);

    Encoding encoding();

    /** The least and the greatest value of some rows, and how many have none. */
    final class Range {
        private final PrimitiveType type;
        private byte @Nullable [] least;
        private byte @Nullable [] most;
        private long missing;

        Range(PrimitiveType type) {
            this.type = type;
        }

        void miss(long rows) {
            missing += rows;
        }

        void add(byte[] value) {
            least = least == null || compare(value, least) < 0 ? value : least;
            most = most == null || compare(value, most) > 0 ? value : most;
        }

        private int compare(byte[] a, byte[] b) {
            PrimitiveTypeName stored = type.getPrimitiveTypeName();
            if (stored == PrimitiveTypeName.BINARY) {
                return Arrays.compareUnsigned(a, b);
            }
            boolean backwards = stored == PrimitiveTypeName.INT64;
            int signs = Byte.compare(a[backwards ? a.length - 1 : 0], b[backwards ? b.length - 1 : 0]);
            return signs != 0 ? signs : backwards ? backwards(a, b) : Arrays.compareUnsigned(a, b);
        }

        /** The last byte counts most. */
        private static int backwards(byte[] a, byte[] b) {
            int at = a.length - 1;
            while (at > 0 && a[at] == b[at]) {
                at--;
            }
            return Byte.compareUnsigned(a[at], b[at]);
        }

        Statistics<?> statistics() {
            return Statistics.getBuilderForReading(type)
                    .withMin(least)
                    .withMax(most)
                    .withNumNulls(missing)
                    .build();
        }
    }
}
