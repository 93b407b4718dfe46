-- OUTLET_STANCE: how many narratives of a stance an outlet provides, month by month. Lettered sides have no stance.
-- The key is the order of `Outlet.stances`: newest month first, undated last, then the stance.
CREATE TABLE outlet_stance (
    outlet INTEGER NOT NULL,
    month_key TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    stance_id TEXT NOT NULL,
    stance TEXT NOT NULL,
    month TEXT,                 -- `2031-03`; null for undated stories
    narrative_count INTEGER NOT NULL,
    PRIMARY KEY (outlet, month_key, sort_key, stance_id)
) STRICT, WITHOUT ROWID;
