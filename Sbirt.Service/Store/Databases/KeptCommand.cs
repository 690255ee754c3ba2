using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sbirt.Service.Store.Databases;

/// <summary>A command that runs on a statement its connection has prepared before, once its text is known.</summary>
internal sealed class KeptCommand(KeptConnection connection) : DbCommand
{
    private SqliteCommand? taken;

    [System.Diagnostics.CodeAnalysis.AllowNull]
    public override string CommandText
    {
        get => Statement.CommandText;
        set
        {
            GiveBack();
            taken = connection.Take(value ?? "");
        }
    }

    public override int CommandTimeout
    {
        get => Statement.CommandTimeout;
        set => Statement.CommandTimeout = value;
    }

    public override CommandType CommandType
    {
        get => Statement.CommandType;
        set => Statement.CommandType = value;
    }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource
    {
        get => Statement.UpdatedRowSource;
        set => Statement.UpdatedRowSource = value;
    }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException();
    }

    protected override DbParameterCollection DbParameterCollection => Statement.Parameters;

    // Transactions are plain SQL here (Database.BeginAloneSql).
    protected override DbTransaction? DbTransaction
    {
        get => null;
        set
        {
            if (value is not null)
            {
                throw new NotSupportedException();
            }
        }
    }

    public override void Cancel() => Statement.Cancel();

    public override int ExecuteNonQuery() => Statement.ExecuteNonQuery();

    public override object? ExecuteScalar() => Statement.ExecuteScalar();

    public override void Prepare() => Statement.Prepare();

    protected override DbParameter CreateDbParameter() => Statement.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Statement.ExecuteReader(behavior);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            GiveBack();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Statement => taken ??= connection.Take("");

    private void GiveBack()
    {
        if (taken is not null)
        {
            connection.GiveBack(taken);
            taken = null;
        }
    }
}
