-- The list of a training, with who came.
ALTER TYPE "import_kind" ADD VALUE 'trainings';
