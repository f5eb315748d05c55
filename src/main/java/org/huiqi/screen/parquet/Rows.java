package org.huiqi.screen.parquet;

import java.util.Map;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/** Hands rows to the library: a cell is a text's or a decimal's bytes, a number, or nothing. */
final class Rows extends WriteSupport<Object[]> {
    private final MessageType schema;
    private final Map<String, String> notes;
    private final String[] names;
    private @Nullable RecordConsumer out;

    Rows(MessageType schema, Map<String, String> notes) {
        this.schema = schema;
        this.notes = notes;
        this.names = schema.getFields().stream().map(f -> f.getName()).toArray(String[]::new);
    }

    @Override
    @Deprecated
    public WriteContext init(org.apache.hadoop.conf.Configuration unused) {
        return new WriteContext(schema, notes);
    }

    @Override
    public WriteContext init(ParquetConfiguration unused) {
        return new WriteContext(schema, notes);
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        this.out = consumer;
    }

    @Override
    public void write(Object[] row) {
        RecordConsumer consumer = java.util.Objects.requireNonNull(out);
        consumer.startMessage();
        for (int i = 0; i < names.length; i++) {
            Object cell = row[i];
            if (cell != null) {
                consumer.startField(names[i], i);
                if (cell instanceof Binary bytes) {
                    consumer.addBinary(bytes);
                } else {
                    consumer.addLong((Long) cell);
                }
                consumer.endField(names[i], i);
            }
        }
        consumer.endMessage();
    }
}
