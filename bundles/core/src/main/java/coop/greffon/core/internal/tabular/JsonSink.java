package coop.greffon.core.internal.tabular;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;

/** Writes a JSON array with an object for each row. */
public final class JsonSink implements RowSink {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator json;
    private final List<String> columns;

    public JsonSink(OutputStream out, List<String> columns) throws IOException {
        this.columns = columns;
        this.json = FACTORY.createGenerator(out);
        json.configure(JsonGenerator.Feature.AUTO_CLOSE_TARGET, false);
        json.configure(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT, false);
        json.writeStartArray();
    }

    @Override
    public void row(List<Object> values) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < columns.size(); i++) {
            json.writeFieldName(columns.get(i));
            write(values.get(i));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void write(Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number.toPlainString());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(Values.text(value));
        }
    }

    @Override
    public void finish() throws IOException {
        json.writeEndArray();
        json.flush();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
