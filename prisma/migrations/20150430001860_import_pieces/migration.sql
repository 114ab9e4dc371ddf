-- An uploaded file comes and is read piece by piece: whole, it took the memory of the process several
-- times over. The column of before is read until its files go, seven days after they were uploaded.
CREATE TABLE import_piece (
  file_id uuid NOT NULL,
  piece integer NOT NULL CHECK (piece >= 0),
  import_id uuid REFERENCES import (id) ON DELETE CASCADE,
  data bytea NOT NULL,
  received_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (file_id, piece),
  CONSTRAINT import_piece_of_its_file CHECK (import_id = file_id)
);
CREATE INDEX import_piece_import_id_idx ON import_piece (import_id);
-- Sealed bytes can't be packed any further.
ALTER TABLE import_piece ALTER COLUMN data SET STORAGE EXTERNAL;
