package coop.greffon.core.internal.backup;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;

/** What a column holds, whichever database holds it, and how that is written as text. */
enum ColumnKind {
    TEXT {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }

        @Override
        Object value(String text) {
            return text;
        }
    },
    WHOLE {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            long value = row.getLong(column);
            return row.wasNull() ? null : Long.toString(value);
        }

        @Override
        Object value(String text) {
            return Long.valueOf(text);
        }
    },
    DECIMAL {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            BigDecimal value = row.getBigDecimal(column);
            return value == null ? null : value.toPlainString();
        }

        @Override
        Object value(String text) {
            return new BigDecimal(text);
        }
    },
    YES_NO {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            boolean value = row.getBoolean(column);
            return row.wasNull() ? null : Boolean.toString(value);
        }

        @Override
        Object value(String text) {
            return Boolean.valueOf(text);
        }
    },
    /** In UTC, to the microsecond. */
    INSTANT {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
            return value == null ? null : value.toInstant().toString();
        }

        @Override
        Object value(String text) {
            return OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
        }
    },
    DATE {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            LocalDate value = row.getObject(column, LocalDate.class);
            return value == null ? null : value.toString();
        }

        @Override
        Object value(String text) {
            return LocalDate.parse(text);
        }
    },
    TIME {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            LocalTime value = row.getObject(column, LocalTime.class);
            return value == null ? null : value.toString();
        }

        @Override
        Object value(String text) {
            return LocalTime.parse(text);
        }
    },
    UUID_TEXT {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            UUID value = row.getObject(column, UUID.class);
            return value == null ? null : value.toString();
        }

        @Override
        Object value(String text) {
            return UUID.fromString(text);
        }
    },
    /** In Base64. */
    BYTES {
        @Override
        String read(ResultSet row, int column) throws SQLException {
            byte[] value = row.getBytes(column);
            return value == null ? null : Base64.getEncoder().encodeToString(value);
        }

        @Override
        Object value(String text) {
            return Base64.getDecoder().decode(text);
        }
    };

    /** The text of a cell, null where it is empty. */
    abstract String read(ResultSet row, int column) throws SQLException;

    /** What a driver takes for a text. */
    abstract Object value(String text);

    void bind(PreparedStatement statement, int parameter, String text) throws SQLException {
        if (text == null) {
            statement.setNull(parameter, Types.NULL);
        } else {
            statement.setObject(parameter, value(text));
        }
    }

    /**
     * The kind of a column.
     *
     * @param jdbcType as {@link Types} numbers it
     * @param typeName as the database calls it
     * @throws IllegalStateException where backups know no such kind
     */
    static ColumnKind of(String column, int jdbcType, String typeName) {
        String name = typeName.toLowerCase(Locale.ROOT);
        if (name.equals("uuid")) {
            return UUID_TEXT;
        } else if (name.equals("timestamptz") || name.equals("timestamp with time zone")) {
            return INSTANT;
        }
        return switch (jdbcType) {
            case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB -> TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.BOOLEAN, Types.BIT -> YES_NO;
            case Types.DATE -> DATE;
            case Types.TIME -> TIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> BYTES;
            default ->
                throw new IllegalStateException(
                        "Backups do not know columns of type " + typeName + ", such as " + column);
        };
    }
}
