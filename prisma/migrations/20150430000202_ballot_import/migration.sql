-- The tally workbook of a round.
ALTER TYPE "import_kind" ADD VALUE 'ballots';
