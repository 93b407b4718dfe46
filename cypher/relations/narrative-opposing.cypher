// name: narrative-opposing
// mode: read
// params: none
// The narratives of the same story that take another side. A letter stands for a side within its story only.
MATCH (@src)<-[:HAS_NARRATIVE]-(:Story)-[:HAS_NARRATIVE]->(@dst:Narrative)
WHERE @dst.lastVersion IS NULL
    AND CASE WHEN @dst.stance IS NULL OR @src.stance IS NULL THEN @dst.label <> @src.label ELSE @dst.stance <> @src.stance END
